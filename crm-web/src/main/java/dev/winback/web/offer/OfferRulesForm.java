package dev.winback.web.offer;

import dev.winback.offer.Objective;
import dev.winback.offer.OfferRules;
import dev.winback.shared.Refused;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of offers as a form gives them. */
record OfferRulesForm(
    @Nullable String objective,
    @Nullable String floorPercent,
    @Nullable String mostPercent,
    @Nullable String repPercent,
    @Nullable String repMoney,
    @Nullable String repMonth,
    @Nullable String answerDays,
    @Nullable String validDays) {

  /** A field of the form with what stands in it. */
  public record Field(String name, @Nullable String value) {}

  static OfferRulesForm of(OfferRules rules) {
    return new OfferRulesForm(
        rules.objective().code(),
        plain(rules.floorPercent()),
        "" + rules.mostPercent(),
        "" + rules.repPercent(),
        plain(rules.repMoney()),
        plain(rules.repMonth()),
        "" + rules.answerDays(),
        "" + rules.validDays());
  }

  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }

  public List<Field> fields() {
    return List.of(
        new Field("floorPercent", floorPercent),
        new Field("mostPercent", mostPercent),
        new Field("repPercent", repPercent),
        new Field("repMoney", repMoney),
        new Field("repMonth", repMonth),
        new Field("answerDays", answerDays),
        new Field("validDays", validDays));
  }

  OfferRules rules() {
    return new OfferRules(
        Objective.ofCode(objective),
        number("floorPercent", floorPercent),
        whole("mostPercent", mostPercent),
        whole("repPercent", repPercent),
        number("repMoney", repMoney),
        number("repMonth", repMonth),
        whole("answerDays", answerDays),
        whole("validDays", validDays));
  }

  static int whole(String field, @Nullable String text) {
    var number = number(field, text);
    if (number.stripTrailingZeros().scale() > 0) {
      throw Refused.field(field, "offer.refused.number", text == null ? "" : text);
    }
    return number.intValue();
  }

  static BigDecimal number(String field, @Nullable String text) {
    var number = text == null ? "" : text.strip().replace(',', '.');
    if (!number.matches("\\d{1,7}(\\.\\d{1,2})?")) {
      throw Refused.field(field, "offer.refused.number", text == null ? "" : text);
    }
    return new BigDecimal(number);
  }
}
