package dev.winback.category;

import java.util.Locale;

/** What who is no VIP is: two by either approach (DEC-07). */
public enum SecondCategory {
  /** Of the 20 % of them who bring least. */
  DIFFICULT,
  /** All others by the first approach. */
  ORDINARY,
  /** Of the 20 % of them who bring most, or a VIP until last month. */
  GOOD,
  /** All others by the second approach. */
  CUSTOMER;

  private final String code = name().toLowerCase(Locale.ROOT);

  public String code() {
    return code;
  }
}
