package dev.winback.importing;

import dev.winback.complaint.Complaints;
import dev.winback.contact.Contacts;
import dev.winback.customer.Customers;
import dev.winback.customer.Persons;
import dev.winback.purchase.Carts;
import dev.winback.purchase.Payments;
import dev.winback.purchase.Purchases;
import dev.winback.purchase.Refunds;
import dev.winback.referral.Referrals;
import dev.winback.request.Requests;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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
      Refunds refunds) {
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
  }

  Kind<?> of(ImportType type) {
    return switch (type) {
      case CUSTOMERS -> new Kind<>(type, CustomerColumns::read, customers.intake());
      case PERSONS -> new Kind<>(type, PersonColumns::read, persons.intake());
      case PURCHASES -> new Kind<>(type, PurchaseColumns::read, purchases.intake());
      case CONTACTS -> new Kind<>(type, ContactColumns::read, contacts.intake());
      case REQUESTS -> new Kind<>(type, RequestColumns::read, requests.intake());
      case COMPLAINTS -> new Kind<>(type, ComplaintColumns::read, complaints.intake());
      case CARTS -> new Kind<>(type, CartColumns::read, carts.intake());
      case PAYMENTS -> new Kind<>(type, PaymentColumns::read, payments.intake());
      case REFERRALS -> new Kind<>(type, ReferralColumns::read, referrals.intake());
      case REFUNDS -> new Kind<>(type, RefundColumns::read, refunds.intake());
    };
  }

  /** All kinds, customers last: what hangs on them goes before them. */
  List<Kind<?>> inReverse() {
    return Arrays.stream(ImportType.values())
        .sorted(Comparator.reverseOrder())
        .<Kind<?>>map(this::of)
        .toList();
  }
}
