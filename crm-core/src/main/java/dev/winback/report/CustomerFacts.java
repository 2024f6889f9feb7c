package dev.winback.report;

import dev.winback.customer.CustomerId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything the firm knows of one customer, and what the fold made of the purchases. */
public record CustomerFacts(
    long id,
    String ref,
    String displayName,
    @Nullable String name,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String company,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String phoneE164,
    @Nullable String city,
    @Nullable String country,
    @Nullable String language,
    @Nullable String timeZone,
    @Nullable String preferredChannel,
    @Nullable LocalTime callFrom,
    @Nullable LocalTime callUntil,
    @Nullable String owner,
    @Nullable String ownerName,
    @Nullable Boolean emailConsent,
    @Nullable OffsetDateTime consentAt,
    @Nullable String consentSource,
    int referrals,
    @Nullable LocalDate birthday,
    @Nullable String hobbies,
    boolean flagship,
    boolean paysBadly,
    String status,
    @Nullable String kind,
    @Nullable String note,
    boolean suppressed,
    @Nullable Integer purchases,
    @Nullable LocalDate firstPurchase,
    @Nullable LocalDate lastPurchase,
    @Nullable BigDecimal rhythmDays,
    @Nullable BigDecimal revenue,
    @Nullable BigDecimal valueYear,
    @Nullable String currency,
    @Nullable Integer silentDays,
    boolean fragile,
    @Nullable String standing,
    @Nullable String numbers,
    @Nullable String unreadable,
    long version) {

  public CustomerId customer() {
    return new CustomerId(id);
  }

  /** What other systems call the customer: {@code shopify-721}, {@code erp=4711}. */
  public List<String> otherNumbers() {
    return numbers == null ? List.of() : numbers.lines().toList();
  }

  /** What a shop gave as telephone number or address, and nobody can use. */
  public List<String> unreadables() {
    return unreadable == null ? List.of() : unreadable.lines().toList();
  }

  /** How many of its own gaps the customer has been silent; null without a rhythm. */
  public @Nullable BigDecimal lateness() {
    return lateness(silentDays, rhythmDays);
  }

  public static @Nullable BigDecimal lateness(
      @Nullable Integer silentDays, @Nullable BigDecimal rhythmDays) {
    return rhythmDays == null || silentDays == null || rhythmDays.signum() == 0
        ? null
        : BigDecimal.valueOf(silentDays).divide(rhythmDays, 2, RoundingMode.HALF_UP);
  }
}
