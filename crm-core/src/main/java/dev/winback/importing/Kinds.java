package dev.winback.importing;

import dev.winback.contact.Contacts;
import dev.winback.customer.Customers;
import dev.winback.purchase.Purchase;
import dev.winback.purchase.Purchases;
import dev.winback.shared.Settings;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Which reader and which front door take which rows. */
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
      case CUSTOMERS -> new Kind<>(type, CustomerColumns::read, customers.intake());
      case PURCHASES ->
          new Kind<>(type, PurchaseColumns::read, purchases.intake(), this::countPurchase);
      case CONTACTS -> new Kind<>(type, ContactColumns::read, contacts.intake());
    };
  }

  private void countPurchase(Purchase purchase, Map<String, BigDecimal> money) {
    var currency =
        Objects.requireNonNullElse(purchase.currency(), settings.currency().getCurrencyCode());
    money.merge(currency, purchase.amount(), BigDecimal::add);
  }
}
