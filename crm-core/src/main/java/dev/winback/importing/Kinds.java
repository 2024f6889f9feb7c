package dev.winback.importing;

import dev.winback.contact.Contact;
import dev.winback.contact.Contacts;
import dev.winback.customer.CustomerEntry;
import dev.winback.customer.Customers;
import dev.winback.purchase.Purchase;
import dev.winback.purchase.Purchases;
import dev.winback.shared.Settings;
import dev.winback.shared.Settled;
import dev.winback.shared.Staging;
import dev.winback.shared.Tally;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Which front door takes which rows. */
@Component
class Kinds {

  private final Customers customers;
  private final Purchases purchases;
  private final Contacts contacts;
  private final Settings settings;

  Kinds(Customers customers, Purchases purchases, Contacts contacts, Settings settings) {
    this.customers = customers;
    this.purchases = purchases;
    this.contacts = contacts;
    this.settings = settings;
  }

  Kind<?> of(ImportType type) {
    return switch (type) {
      case CUSTOMERS -> new CustomerKind();
      case PURCHASES -> new PurchaseKind();
      case CONTACTS -> new ContactKind();
    };
  }

  private final class CustomerKind extends Kind<CustomerEntry> {

    @Override
    CustomerEntry read(Cells cells, Values values) {
      return CustomerColumns.read(cells, values);
    }

    @Override
    void open(Staging staging) {
      customers.open(staging);
    }

    @Override
    void stage(Staging staging, List<CustomerEntry> rows) {
      customers.stage(staging, rows);
    }

    @Override
    Settled settle(Staging staging) {
      return customers.settle(staging);
    }

    @Override
    Tally merge(Staging staging, int slice, long run) {
      return customers.merge(staging, slice, run);
    }
  }

  private final class PurchaseKind extends Kind<Purchase> {

    @Override
    Purchase read(Cells cells, Values values) {
      var purchase = PurchaseColumns.read(cells, values);
      count(
          Objects.requireNonNullElse(purchase.currency(), settings.currency().getCurrencyCode()),
          purchase.amount());
      return purchase;
    }

    @Override
    void open(Staging staging) {
      purchases.open(staging);
    }

    @Override
    void stage(Staging staging, List<Purchase> rows) {
      purchases.stage(staging, rows);
    }

    @Override
    Settled settle(Staging staging) {
      return purchases.settle(staging);
    }

    @Override
    Tally merge(Staging staging, int slice, long run) {
      return purchases.merge(staging, slice, run);
    }
  }

  private final class ContactKind extends Kind<Contact> {

    @Override
    Contact read(Cells cells, Values values) {
      return ContactColumns.read(cells, values);
    }

    @Override
    void open(Staging staging) {
      contacts.open(staging);
    }

    @Override
    void stage(Staging staging, List<Contact> rows) {
      contacts.stage(staging, rows);
    }

    @Override
    Settled settle(Staging staging) {
      return contacts.settle(staging);
    }

    @Override
    Tally merge(Staging staging, int slice, long run) {
      return contacts.merge(staging, slice, run);
    }
  }
}
