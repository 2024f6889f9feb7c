package dev.winback.complaint;

import dev.winback.customer.Fact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as somebody reports it (UND-19): severity 1 to 5, {@code human} when a person was at
 * fault, {@code satisfied} with the reaction.
 */
public record Complaint(
    long line,
    String customer,
    String source,
    String externalId,
    Instant time,
    @Nullable String text,
    @Nullable Integer severity,
    @Nullable Boolean human,
    @Nullable Long member,
    @Nullable Instant resolvedAt,
    @Nullable Boolean satisfied,
    @Nullable Instant toldAt,
    long givenBits)
    implements Fact {

  /** The columns that may be left unsaid, in the order of their bits. */
  public static final List<String> SAID =
      List.of("text", "severity", "human", "member", "resolved_at", "satisfied");
}
