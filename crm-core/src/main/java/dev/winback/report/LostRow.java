package dev.winback.report;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A lapse in the lost list: days of silence as of the last night, value in money a year, chance of
 * a return from 0 to 1, expected gain in the firm's currency (null: not weighed), proposed offer
 * with its cost and whether a manager must be asked for it, the next open task; members by their
 * keys (owner 0: nobody).
 */
public record LostRow(
    long lapse,
    long customerId,
    String ref,
    String name,
    @Nullable String city,
    @Nullable String phone,
    @Nullable String email,
    @Nullable String note,
    LocalDate silentSince,
    int days,
    @Nullable Integer silentClass,
    boolean rhythm,
    Stage stage,
    boolean fragile,
    BigDecimal valueYear,
    String currency,
    long owner,
    @Nullable Long lostBy,
    boolean inherited,
    String openedBy,
    @Nullable LocalDate laterUntil,
    @Nullable Long assignee,
    @Nullable String queueReason,
    @Nullable BigDecimal chance,
    @Nullable BigDecimal gain,
    @Nullable String verdict,
    @Nullable String offer,
    int offerPercent,
    @Nullable BigDecimal offerCost,
    boolean offerAsks,
    LocalDate openedOn,
    @Nullable LocalDate nextOn,
    String sortName,
    @Nullable String abc,
    @Nullable String xyz,
    @Nullable Boolean vip,
    @Nullable Integer priorityGroup) {

  public CustomerId customer() {
    return new CustomerId(customerId);
  }
}
