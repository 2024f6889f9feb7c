package dev.winback.web.letter;

import dev.winback.letter.RungChannel;
import dev.winback.letter.RungTerms;
import dev.winback.letter.RungUnit;
import dev.winback.shared.Refused;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The terms of a rung for scripts; what is null is as for a plain rung. */
record TermsBody(
    @Nullable String unit,
    @Nullable BigDecimal amount,
    @Nullable String classes,
    @Nullable List<String> reasons,
    @Nullable String channel,
    @Nullable String gives,
    @Nullable String offerKind,
    @Nullable String budget,
    @Nullable Integer quota) {

  static TermsBody of(RungTerms terms) {
    var budget = terms.budget();
    return new TermsBody(
        terms.unit().code(),
        terms.amount(),
        terms.classes(),
        terms.reasons(),
        terms.channel().code(),
        terms.gives(),
        terms.offerKind(),
        budget == null ? null : budget.toPlainString(),
        terms.quota());
  }

  RungTerms terms() {
    return new RungTerms(
        RungUnit.ofCode(Objects.requireNonNullElse(unit, "days")),
        amount,
        Objects.requireNonNullElse(classes, ""),
        known(),
        RungChannel.ofCode(Objects.requireNonNullElse(channel, "open")),
        gives,
        offerKind,
        budget == null ? null : RungForm.number("budget", budget),
        quota);
  }

  private List<String> known() {
    var given = Objects.requireNonNullElse(reasons, List.<String>of());
    if (given.stream().anyMatch(Objects::isNull)) {
      throw Refused.field("reasons", "letter.refused.reason", "null");
    }
    return given.stream().distinct().toList();
  }
}
