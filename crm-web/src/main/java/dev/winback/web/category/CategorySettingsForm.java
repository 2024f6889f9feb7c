package dev.winback.web.category;

import dev.winback.category.CategorySettings;
import dev.winback.category.CategorySettings.Approach;
import dev.winback.category.CategorySettings.Way;
import dev.winback.category.Criterion;
import dev.winback.shared.Refused;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The settings as a form gives them; a field that is not there keeps its value. */
record CategorySettingsForm(
    @Nullable String criterion,
    @Nullable String a,
    @Nullable String b,
    @Nullable String x,
    @Nullable String y,
    @Nullable String way,
    @Nullable String share,
    @Nullable String months,
    @Nullable String approach) {

  static CategorySettingsForm of(CategorySettings s) {
    return new CategorySettingsForm(
        s.criterion().code(),
        plain(s.a()),
        plain(s.b()),
        plain(s.x()),
        plain(s.y()),
        s.way().code(),
        plain(s.share()),
        "" + s.months(),
        s.approach().code());
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  CategorySettings settings(CategorySettings now) {
    return new CategorySettings(
        one("criterion", criterion, Criterion.values(), now.criterion()),
        number("a", a, now.a()),
        number("b", b, now.b()),
        number("x", x, now.x()),
        number("y", y, now.y()),
        one("way", way, Way.values(), now.way()),
        number("share", share, now.share()),
        whole("months", months, now.months()),
        one("approach", approach, Approach.values(), now.approach()));
  }

  private static BigDecimal number(String field, @Nullable String text, BigDecimal now) {
    if (text == null || text.isBlank()) {
      return now;
    }
    var number = text.strip().replace(',', '.');
    if (!number.matches("\\d{1,3}(\\.\\d{1,2})?")) {
      throw Refused.field(field, "refused.category.number", text);
    }
    return new BigDecimal(number);
  }

  private static int whole(String field, @Nullable String text, int now) {
    var number = number(field, text, BigDecimal.valueOf(now));
    if (number.stripTrailingZeros().scale() > 0) {
      throw Refused.field(field, "refused.category.number", String.valueOf(text));
    }
    return number.intValue();
  }

  private static <E extends Enum<E>> E one(String field, @Nullable String code, E[] values, E now) {
    if (code == null || code.isBlank()) {
      return now;
    }
    return Arrays.stream(values)
        .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(code))
        .findAny()
        .orElseThrow(() -> Refused.field(field, "refused.category.filter", code));
  }
}
