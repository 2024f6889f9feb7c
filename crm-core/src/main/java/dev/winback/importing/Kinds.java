package dev.winback.importing;

import dev.winback.complaint.Complaints;
import dev.winback.contact.Contacts;
import dev.winback.customer.Customers;
import dev.winback.purchase.Carts;
import dev.winback.purchase.Payment;
import dev.winback.purchase.Payments;
import dev.winback.purchase.Purchase;
import dev.winback.purchase.Purchases;
import dev.winback.purchase.Refund;
import dev.winback.purchase.Refunds;
import dev.winback.referral.Referrals;
import dev.winback.request.Requests;
import dev.winback.shared.Settings;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which reader and which front door take which rows. */
@Component
class Kinds {

  private final Customers customers;
  private final Purchases purchases;
  private final Contacts contacts;
  private final Requests requests;
  private final Complaints complaints;
  private final Carts carts;
  private final Payments payments;
  private final Referrals referrals;
  private final Refunds refunds;
  private final Settings settings;

  Kinds(
      Customers customers,
      Purchases purchases,
      Contacts contacts,
      Requests requests,
      Complaints complaints,
      Carts carts,
      Payments payments,
      Referrals referrals,
      Refunds refunds,
      Settings settings) {
    this.customers = customers;
    this.purchases = purchases;
    this.contacts = contacts;
    this.requests = requests;
    this.complaints = complaints;
    this.carts = carts;
    this.payments = payments;
    this.referrals = referrals;
    this.refunds = refunds;
    this.settings = settings;
  }

  Kind<?> of(ImportType type) {
    return switch (type) {
      case CUSTOMERS -> new Kind<>(type, CustomerColumns::read, customers.intake());
      case PURCHASES ->
          new Kind<>(type, PurchaseColumns::read, purchases.intake(), this::countPurchase);
      case CONTACTS -> new Kind<>(type, ContactColumns::read, contacts.intake());
      case REQUESTS -> new Kind<>(type, RequestColumns::read, requests.intake());
      case COMPLAINTS -> new Kind<>(type, ComplaintColumns::read, complaints.intake());
      case CARTS -> new Kind<>(type, CartColumns::read, carts.intake());
      case PAYMENTS ->
          new Kind<>(type, PaymentColumns::read, payments.intake(), this::countPayment);
      case REFERRALS -> new Kind<>(type, ReferralColumns::read, referrals.intake());
      case REFUNDS -> new Kind<>(type, RefundColumns::read, refunds.intake(), this::countRefund);
    };
  }

  private void countPurchase(Purchase purchase, Map<String, BigDecimal> money) {
    count(purchase.currency(), purchase.amount(), money);
  }

  private void countPayment(Payment payment, Map<String, BigDecimal> money) {
    count(payment.currency(), payment.amount(), money);
  }

  private void countRefund(Refund refund, Map<String, BigDecimal> money) {
    count(refund.currency(), refund.amount(), money);
  }

  private void count(@Nullable String currency, BigDecimal amount, Map<String, BigDecimal> money) {
    var counted = Objects.requireNonNullElse(currency, settings.currency().getCurrencyCode());
    money.merge(counted, amount, BigDecimal::add);
  }
}
