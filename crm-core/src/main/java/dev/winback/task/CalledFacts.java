package dev.winback.task;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Facts at hand (CAL-17): the last order with its number and payment, the last talk, what is open.
 * {@code owed} counts orders that are rendered and not paid.
 */
public record CalledFacts(
    @Nullable String orderNumber,
    @Nullable LocalDate orderedOn,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable String status,
    @Nullable String goods,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate paidOn,
    @Nullable BigDecimal paid,
    long owed,
    long complaints,
    @Nullable LocalDate talkedOn,
    @Nullable String talkedBy,
    @Nullable String talkResult,
    @Nullable String talkNote,
    @Nullable String talkSummary) {

  /** Something of the last order was paid, in its currency, and not all of it. */
  public boolean paidInPart() {
    return paid != null && amount != null && paid.compareTo(amount) < 0;
  }
}
