package dev.winback.purchase;

import dev.winback.customer.Fact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money that went back as somebody reports it; {@code purchase} is the own id of the purchase in
 * the same source, without it the purchase is found by the rule of {@link Refunding}.
 */
public record Refund(
    long line,
    String customer,
    String source,
    String externalId,
    Instant time,
    BigDecimal amount,
    @Nullable String currency,
    @Nullable String purchase,
    @Nullable String reason,
    @Nullable Instant toldAt,
    long givenBits)
    implements Fact {

  /** The columns that may be left unsaid, in the order of their bits. */
  public static final List<String> SAID = List.of("currency", "purchase", "reason");
}
