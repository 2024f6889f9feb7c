package dev.winback.why;

import java.util.Locale;

/** Who says why a customer left (UND-06); a guess is marked wherever the reason is shown. */
public enum SaidBy {
  CUSTOMER,
  EMPLOYEE,
  /** Somebody else in the customer's firm. */
  THIRD_PERSON,
  /** Customers who stayed and were asked what could drive one away. */
  LOYAL_CUSTOMERS,
  GUESS;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
