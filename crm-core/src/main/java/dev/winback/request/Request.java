package dev.winback.request;

import dev.winback.customer.Fact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of a customer (price, stock, delivery) as somebody reports it; {@code givenBits} has a
 * bit for each of {@link #SAID} that was said.
 */
public record Request(
    long line,
    String customer,
    String source,
    String externalId,
    Instant time,
    @Nullable String subject,
    @Nullable Instant answeredAt,
    @Nullable String outcome,
    @Nullable Instant toldAt,
    long givenBits)
    implements Fact {

  /** The columns that may be left unsaid, in the order of their bits. */
  public static final List<String> SAID = List.of("subject", "answered_at", "outcome");
}
