package dev.winback.importing;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which sums a currency has: yen no halves, and of dinars what the tables keep. */
final class Sums {

  /** Digits behind the decimal sign that the tables keep of every currency. */
  static final int CENTS = 2;

  private static final int INTEGER_DIGITS = 12;
  private static final int[] UNITS = {100, 10, 1};

  private Sums() {}

  /** Null for letters that are no money: unknown ones, gold, "no currency". */
  static @Nullable Currency currency(String code) {
    try {
      var currency = Currency.getInstance(code.toUpperCase(Locale.ROOT));
      return currency.getDefaultFractionDigits() < 0 ? null : currency;
    } catch (IllegalArgumentException unknown) {
      return null;
    }
  }

  static Currency required(String code, String column) {
    var currency = currency(code);
    if (currency == null) {
      throw new BadCell(column, "currency", Values.shown(code));
    }
    return currency;
  }

  static int digits(Currency currency) {
    return Math.min(CENTS, currency.getDefaultFractionDigits());
  }

  /** The smallest sum in cents, of which all sums are multiples. */
  static int unit(Currency currency) {
    return UNITS[digits(currency)];
  }

  /**
   * Thousands that may be decimals are asked for and never guessed: one is a thousand times as
   * much.
   */
  static BigDecimal certain(
      BigDecimal number, String text, String column, Notation notation, Currency currency) {
    boolean fine = currency.getDefaultFractionDigits() > CENTS;
    boolean decimals = number.stripTrailingZeros().scale() > CENTS;
    if (fine ? notation.groups(text) : notation.ambiguous(text) && !decimals) {
      var whole = text.replaceAll("[.,]", "");
      var parts = new BigDecimal(whole).movePointLeft(3).stripTrailingZeros();
      var written = parts.setScale(Math.max(CENTS, parts.scale())).toPlainString();
      throw new BadCell(
          column, "thousands", Values.shown(text), whole, written.replace('.', notation.decimal()));
    }
    return number;
  }

  /** Refuses what cannot be kept as it is told. */
  static BigDecimal checked(BigDecimal number, String text, String column, Currency currency) {
    int digits = digits(currency);
    if (number.scale() > digits && number.stripTrailingZeros().scale() > digits) {
      throw new BadCell(column, code(currency), Values.shown(text), digits, currency.toString());
    }
    if (number.precision() - number.scale() > INTEGER_DIGITS) {
      throw new BadCell(column, "too-large", Values.shown(text), INTEGER_DIGITS);
    }
    return number;
  }

  private static String code(Currency currency) {
    return switch (Integer.signum(currency.getDefaultFractionDigits() - CENTS)) {
      case -1 -> "whole-sums";
      case 1 -> "decimals-kept";
      default -> "decimals";
    };
  }
}
