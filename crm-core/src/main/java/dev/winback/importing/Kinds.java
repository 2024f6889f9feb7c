package dev.winback.importing;

import dev.winback.complaint.Complaints;
import dev.winback.contact.Contacts;
import dev.winback.customer.CustomerEntry;
import dev.winback.customer.Customers;
import dev.winback.customer.Intake;
import dev.winback.customer.Persons;
import dev.winback.purchase.Carts;
import dev.winback.purchase.Payments;
import dev.winback.purchase.Purchases;
import dev.winback.purchase.Refunds;
import dev.winback.referral.Referrals;
import dev.winback.request.Requests;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/** Which reader and which front door take which rows. */
@Component
class Kinds {

  private final Customers customers;
  private final Persons persons;
  private final Purchases purchases;
  private final Contacts contacts;
  private final Requests requests;
  private final Complaints complaints;
  private final Carts carts;
  private final Payments payments;
  private final Referrals referrals;
  private final Refunds refunds;
  private final BusinessClock clock;
  private final Settings settings;

  Kinds(
      Customers customers,
      Persons persons,
      Purchases purchases,
      Contacts contacts,
      Requests requests,
      Complaints complaints,
      Carts carts,
      Payments payments,
      Referrals referrals,
      Refunds refunds,
      BusinessClock clock,
      Settings settings) {
    this.customers = customers;
    this.persons = persons;
    this.purchases = purchases;
    this.contacts = contacts;
    this.requests = requests;
    this.complaints = complaints;
    this.carts = carts;
    this.payments = payments;
    this.referrals = referrals;
    this.refunds = refunds;
    this.clock = clock;
    this.settings = settings;
  }

  Kind<?> of(ImportType type) {
    return switch (type) {
      case CUSTOMERS -> kind(type, Kinds::told, customers.intake());
      case PERSONS -> kind(type, PersonColumns::read, persons.intake());
      case PURCHASES ->
          kind(type, PurchaseColumns::read, purchases.intake())
              .plain(purchases.intake(), PlainPurchases::of);
      case CONTACTS -> kind(type, ContactColumns::read, contacts.intake());
      case REQUESTS -> kind(type, RequestColumns::read, requests.intake());
      case COMPLAINTS -> kind(type, ComplaintColumns::read, complaints.intake());
      case CARTS -> kind(type, CartColumns::read, carts.intake());
      case PAYMENTS -> kind(type, PaymentColumns::read, payments.intake());
      case REFERRALS -> kind(type, ReferralColumns::read, referrals.intake());
      case REFUNDS -> kind(type, RefundColumns::read, refunds.intake());
    };
  }

  private static CustomerEntry told(Cells cells, Values values) {
    return values.members().owned(CustomerColumns.read(cells, values));
  }

  private <T> Kind<T> kind(ImportType type, BiFunction<Cells, Values, T> reader, Intake<T> intake) {
    var totals = new Totals(clock.getZone(), settings.currency().getCurrencyCode());
    return new Kind<>(type, reader, intake, totals);
  }

  /** All kinds, customers last: what hangs on them goes before them. */
  List<Kind<?>> inReverse() {
    return Arrays.stream(ImportType.values())
        .sorted(Comparator.reverseOrder())
        .<Kind<?>>map(this::of)
        .toList();
  }
}
