package dev.winback.grant;

import dev.winback.shared.DayText;
import dev.winback.shared.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to offer: the kind, percent and cost where he changes them, what he adds
 * (DEC-34), what is owed and how much of what is repaid becomes a prepayment (DEC-31), the day of
 * the answer, and why; {@code background} says that all three things were looked at (UND-01).
 */
public record OfferEntry(
    String kind,
    @Nullable Integer percent,
    @Nullable BigDecimal fixed,
    @Nullable String plus,
    @Nullable BigDecimal debt,
    int prepaid,
    @Nullable LocalDate answerBy,
    @Nullable String note,
    boolean background) {

  private static final int LONGEST = 500;
  private static final BigDecimal DEAREST = BigDecimal.valueOf(1_000_000);

  /** {@code discount} or {@code discount:10}. */
  static OfferEntry ofCode(String code) {
    var parts = code.strip().split(":", 2);
    return of(Map.of("kind", parts[0], "percent", parts.length > 1 ? parts[1] : ""));
  }

  /** As a form or a body tells it; refused with the field that is wrong. */
  public static OfferEntry of(Map<String, ? extends @Nullable Object> told) {
    var prepaid = whole("prepaid", told);
    return new OfferEntry(
        orEmpty(text("kind", told)),
        whole("percent", told),
        cost(number("fixed", told)),
        text("plus", told),
        number("debt", told),
        prepaid == null ? 0 : prepaid,
        day("answerBy", told),
        note(told),
        "true".equals(text("background", told)));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable String text(String field, Map<String, ? extends @Nullable Object> told) {
    var value = told.get(field);
    var text = value == null ? "" : value.toString().strip();
    return text.isEmpty() ? null : text;
  }

  private static @Nullable BigDecimal number(
      String field, Map<String, ? extends @Nullable Object> told) {
    var text = text(field, told);
    if (text == null) {
      return null;
    }
    var plain = text.replace(',', '.');
    if (!plain.matches("\\d{1,9}(\\.\\d{1,2})?")) {
      throw Refused.field(field, "offer.refused.number", text);
    }
    return new BigDecimal(plain);
  }

  private static @Nullable BigDecimal cost(@Nullable BigDecimal fixed) {
    if (fixed != null && fixed.compareTo(DEAREST) > 0) {
      throw Refused.field("fixed", "refused.between", BigDecimal.ZERO, DEAREST, fixed);
    }
    return fixed;
  }

  private static @Nullable Integer whole(
      String field, Map<String, ? extends @Nullable Object> told) {
    var number = number(field, told);
    if (number != null && number.stripTrailingZeros().scale() > 0) {
      throw Refused.field(field, "offer.refused.number", number);
    }
    return number == null ? null : number.intValue();
  }

  private static @Nullable LocalDate day(
      String field, Map<String, ? extends @Nullable Object> told) {
    return DayText.day(field, text(field, told));
  }

  private static @Nullable String note(Map<String, ? extends @Nullable Object> told) {
    var note = text("note", told);
    if (note != null && note.length() > LONGEST) {
      throw Refused.field("note", "offer.refused.too-long", LONGEST, note.length());
    }
    return note;
  }
}
