package dev.winback.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known of a customer before the first step (UND-02): transactions, who served him,
 * complaints, requests without a purchase, recommendations, earlier losses, what changed meanwhile.
 */
public record Dossier(
    List<Bought> purchases,
    List<Good> goods,
    List<Served> served,
    List<Complained> complaints,
    List<Asked> requests,
    List<Brought> referrals,
    List<LapseLine> earlier,
    List<Mark> marks) {

  /** What changed within 30 days of his last purchase (UND-22). */
  public record Mark(LocalDate day, String kind, String title) {}

  /** A purchase, net of refunds. */
  public record Bought(
      OffsetDateTime at,
      BigDecimal amount,
      String currency,
      @Nullable String items,
      String externalId,
      String status,
      @Nullable String coupon,
      @Nullable String member) {}

  /** A good he used to buy; not in the last order: he had dropped it before he fell silent. */
  public record Good(String good, int times, LocalDate lastOn, boolean inLast) {}

  /** A member who sold to him or talked to him. */
  public record Served(
      String member, int purchases, int contacts, LocalDate firstOn, LocalDate lastOn) {}

  /** A complaint; its source and own id are those of the fact. */
  public record Complained(
      long id,
      String source,
      String externalId,
      OffsetDateTime at,
      @Nullable String text,
      @Nullable Integer severity,
      @Nullable Boolean human,
      @Nullable String member,
      @Nullable OffsetDateTime resolvedAt,
      @Nullable Boolean satisfied) {}

  /** A request after which he bought nothing. */
  public record Asked(
      OffsetDateTime at,
      @Nullable String subject,
      @Nullable OffsetDateTime answeredAt,
      @Nullable String outcome) {}

  /** Whom he brought. */
  public record Brought(OffsetDateTime at, @Nullable String referred) {}
}
