package dev.winback.purchase;

import dev.winback.customer.Fact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money that came in as somebody reports it; {@code purchase} is the own id of the purchase in the
 * same source, {@code dueOn} the day until which it was to be paid.
 */
public record Payment(
    long line,
    String customer,
    String source,
    String externalId,
    Instant time,
    BigDecimal amount,
    @Nullable String currency,
    @Nullable String purchase,
    @Nullable LocalDate dueOn,
    @Nullable Instant toldAt,
    long givenBits)
    implements Fact {

  /** The columns that may be left unsaid, in the order of their bits. */
  public static final List<String> SAID = List.of("currency", "purchase", "due_on");
}
