package dev.winback.letter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What brings a letter about beside silence and talk; each kind is a rung below those of surveys,
 * and only some offer a discount.
 */
public enum PromptKind {
  /** Our own fault, after it is repaired (LET-18). */
  FAULT(-6, true),
  /** News for a club or for the inactive, with a gift or a low price in it if need be (LET-16). */
  CLUB(-7, true),
  BIRTHDAY(-8, false),
  /** Of the first purchase. */
  ANNIVERSARY(-9, false),
  /** A change of rules, told before it applies (LET-21). */
  RULES(-10, false),
  /** The three reminders of a cart (LET-13). */
  CART_AT_ONCE(-11, true),
  CART_NEXT_DAY(-12, true),
  CART_LAST(-13, true),
  /** How the product was improved (LET-20). */
  STORY(-14, false),
  /** A discount on the second purchase (LET-29). */
  SECOND_PURCHASE(-15, true),
  /** A thank you for a friend who bought (LET-29). */
  REFERRAL(-16, true);

  /** An apology with a shorter deadline is pressure (LET-18), in days. */
  public static final int LONG_ENOUGH = 14;

  private final int rung;
  private final boolean offers;

  PromptKind(int rung, boolean offers) {
    this.rung = rung;
    this.offers = offers;
  }

  public int rung() {
    return rung;
  }

  public boolean offers() {
    return offers;
  }

  /** Written once by marketing for many readers. */
  public boolean news() {
    return this == CLUB || this == RULES || this == STORY;
  }

  public boolean cart() {
    return this == CART_AT_ONCE || this == CART_NEXT_DAY || this == CART_LAST;
  }

  /** The word in URLs: {@code cart-at-once}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<PromptKind> ofRung(int rung) {
    return Arrays.stream(values()).filter(kind -> kind.rung == rung).findFirst();
  }

  public static Optional<PromptKind> ofCode(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }

  /** Beside a discount a rung of the ladder and club news give something in words (LET-16). */
  static boolean mayGive(int rung) {
    return rung > 0 || rung == CLUB.rung;
  }

  /** Rungs of the ladder and repentance may always offer something, surveys never. */
  static boolean mayOffer(int rung) {
    return rung >= 0 || ofRung(rung).filter(PromptKind::offers).isPresent();
  }

  /** What of a rung may be kept back to compare with. */
  static boolean mayCompare(int rung) {
    return rung >= 0 || ofRung(rung).isPresent();
  }
}
