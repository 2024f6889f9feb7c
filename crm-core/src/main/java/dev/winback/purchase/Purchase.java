package dev.winback.purchase;

import dev.winback.customer.Fact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A purchase as somebody reports it: identified by source and own id, the customer by the firm's
 * number. A field that is not among {@code given} was not said: it takes its default in a new
 * purchase and stays as it is in a known one.
 */
public record Purchase(
    long line,
    String customer,
    String source,
    String externalId,
    Instant time,
    BigDecimal amount,
    @Nullable String currency,
    @Nullable BigDecimal margin,
    @Nullable Status status,
    @Nullable BigDecimal refunded,
    @Nullable Integer units,
    @Nullable String items,
    @Nullable String coupon,
    @Nullable Long member,
    @Nullable Instant toldAt,
    Set<Field> given)
    implements Fact {

  /** How far the sale went; only a paid one counts (rules.md). */
  public enum Status {
    PAID,
    PENDING,
    CANCELLED,
    REFUNDED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** As it is stored. */
    public String word() {
      return word;
    }
  }

  /** What may be left out. */
  public enum Field {
    CURRENCY,
    MARGIN,
    STATUS,
    REFUNDED,
    UNITS,
    ITEMS,
    COUPON,
    MEMBER
  }

  /** A paid purchase with nothing but the necessary. */
  public static Purchase paid(
      String customer, String source, String id, Instant time, BigDecimal amount, String currency) {
    return new Purchase(
        0,
        customer,
        source,
        id,
        time,
        amount,
        currency,
        null,
        Status.PAID,
        null,
        null,
        null,
        null,
        null,
        null,
        Set.of(Field.CURRENCY, Field.STATUS));
  }

  @Override
  public long givenBits() {
    return bits(given);
  }

  /** Given fields as bits, in the order of {@link Field}. */
  public static long bits(Set<Field> given) {
    long bits = 0;
    for (var field : given) {
      bits |= 1L << field.ordinal();
    }
    return bits;
  }
}
