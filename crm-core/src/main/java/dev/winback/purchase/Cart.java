package dev.winback.purchase;

import dev.winback.customer.Fact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cart as somebody reports it (DET-11): what is in it, what was taken out again, and when the
 * visitor left; goods is what is in it once more, as a list with prices and pictures.
 */
public record Cart(
    long line,
    String customer,
    String source,
    String externalId,
    Instant time,
    @Nullable String email,
    @Nullable String items,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable String url,
    @Nullable String removed,
    @Nullable Instant leftAt,
    @Nullable Boolean ordered,
    @Nullable String goods,
    @Nullable Instant toldAt,
    long givenBits)
    implements Fact {

  /** The columns that may be left unsaid, in the order of their bits; goods come with the items. */
  public static final List<String> SAID =
      List.of(
          "email", "items", "amount", "currency", "url", "removed", "left_at", "ordered", "items");
}
