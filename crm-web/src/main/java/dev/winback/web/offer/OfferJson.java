package dev.winback.web.offer;

import dev.winback.grant.GrantRow;
import dev.winback.grant.OfferChoice;
import dev.winback.grant.OfferChoices;
import dev.winback.grant.OwnResult;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An offer in the names of the API: money as decimal strings. */
record OfferJson(
    String id,
    String lapse,
    String ref,
    String kind,
    @Nullable String plus,
    int percent,
    int askedPercent,
    @Nullable String cost,
    @Nullable String marginAfter,
    @Nullable String debt,
    String currency,
    String state,
    String askedBy,
    OffsetDateTime askedAt,
    @Nullable String decidedBy,
    @Nullable String word,
    @Nullable String givenBy,
    @Nullable OffsetDateTime givenAt,
    @Nullable LocalDate answerBy,
    @Nullable LocalDate validUntil,
    @Nullable String coupon) {

  /** Offers of one loss, and what can be offered: {@code standing} is now, ask or no. */
  record Loss(boolean open, List<OfferJson> items, List<Choice> choices) {}

  record Choice(
      String kind,
      int percent,
      @Nullable String cost,
      @Nullable String marginAfter,
      String currency,
      String standing,
      @Nullable Integer benchmark,
      @Nullable OwnResult own) {}

  static Loss of(OfferChoices choices) {
    return new Loss(
        choices.open(),
        choices.given().stream().map(OfferJson::of).toList(),
        choices.choices().stream().map(one -> choice(one, choices.currency())).toList());
  }

  private static Choice choice(OfferChoice one, String currency) {
    boolean no = !one.fits() || one.against() != null;
    return new Choice(
        one.kind().code(),
        one.percent(),
        plain(one.cost()),
        plain(one.marginAfter()),
        currency,
        no ? "no" : one.asks() == null ? "now" : "ask",
        one.kind().benchmark(),
        one.own());
  }

  static OfferJson of(GrantRow row) {
    return new OfferJson(
        Long.toString(row.id()),
        Long.toString(row.lapse()),
        row.ref(),
        row.kind(),
        row.plus(),
        row.percent(),
        row.askedPercent(),
        plain(row.cost()),
        plain(row.marginAfter()),
        plain(row.debt()),
        row.currency(),
        row.state(),
        row.askedBy(),
        row.askedAt(),
        row.decidedBy(),
        row.word(),
        row.givenBy(),
        row.givenAt(),
        row.answerBy(),
        row.validUntil(),
        row.coupon());
  }

  private static @Nullable String plain(@Nullable BigDecimal amount) {
    return amount == null ? null : amount.toPlainString();
  }
}
