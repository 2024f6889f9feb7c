package dev.winback.report;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One loss as its page shows it: members by name, days of silence as of the last night, the first
 * talk that reached the customer.
 */
public record LapseFacts(
    long id,
    int number,
    Stage stage,
    long customerId,
    String ref,
    String name,
    @Nullable String city,
    @Nullable String phone,
    @Nullable String phoneE164,
    @Nullable String person,
    @Nullable String personRole,
    LocalDate openedOn,
    String openedBy,
    LocalDate silentSince,
    int days,
    @Nullable LocalDate lostOn,
    @Nullable String lostBy,
    @Nullable String lostByLogin,
    boolean inherited,
    boolean left,
    @Nullable String assignee,
    @Nullable String assigneeLogin,
    @Nullable String together,
    @Nullable String queueReason,
    @Nullable String overrideReason,
    BigDecimal valueYear,
    String currency,
    @Nullable BigDecimal chance,
    @Nullable BigDecimal gain,
    @Nullable String verdict,
    @Nullable LocalDate laterUntil,
    @Nullable LocalDate lettersRestUntil,
    @Nullable LocalDate closedOn,
    @Nullable String closedBy,
    @Nullable String closeReason,
    @Nullable LocalDate returnedOn,
    @Nullable LocalDate restoredOn,
    @Nullable LocalDate yearOn,
    boolean fragile,
    @Nullable String credit,
    @Nullable Long mergedWith,
    boolean erased,
    @Nullable LocalDate nextOn,
    @Nullable Instant firstTalk,
    long version) {

  public LapseId lapse() {
    return new LapseId(id);
  }

  public CustomerId customer() {
    return new CustomerId(customerId);
  }

  /** The kinds of the signals that opened it. */
  public List<String> openedBySignals() {
    return List.of(openedBy.split(","));
  }
}
