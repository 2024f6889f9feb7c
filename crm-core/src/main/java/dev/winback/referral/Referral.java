package dev.winback.referral;

import dev.winback.customer.Fact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recommendation by a customer as somebody reports it (UND-20); {@code referred} is the number or
 * the name of whom he brought.
 */
public record Referral(
    long line,
    String customer,
    String source,
    String externalId,
    Instant time,
    @Nullable String referred,
    @Nullable Instant toldAt,
    long givenBits)
    implements Fact {

  /** The columns that may be left unsaid, in the order of their bits. */
  public static final List<String> SAID = List.of("referred");
}
