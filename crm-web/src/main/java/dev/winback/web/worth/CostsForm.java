package dev.winback.web.worth;

import dev.winback.shared.Refused;
import dev.winback.worth.CostSettings;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The costs as a form gives them; salary and rent may be empty. */
record CostsForm(
    @Nullable String marginPercent,
    @Nullable String hourlyCost,
    @Nullable String letterCost,
    @Nullable String callMinutes,
    @Nullable String salary,
    @Nullable String rent) {

  static CostsForm of(CostSettings s) {
    return new CostsForm(
        plain(s.marginPercent()),
        plain(s.hourlyCost()),
        plain(s.letterCost()),
        "" + s.callMinutes(),
        plain(s.salary()),
        plain(s.rent()));
  }

  private static String plain(@Nullable BigDecimal amount) {
    return amount == null ? "" : amount.stripTrailingZeros().toPlainString();
  }

  CostSettings settings() {
    return new CostSettings(
        number("marginPercent", marginPercent),
        number("hourlyCost", hourlyCost),
        number("letterCost", letterCost),
        whole("callMinutes", callMinutes),
        maybe("salary", salary),
        maybe("rent", rent));
  }

  private static @Nullable BigDecimal maybe(String field, @Nullable String text) {
    return text == null || text.isBlank() ? null : number(field, text);
  }

  private static int whole(String field, @Nullable String text) {
    var number = number(field, text);
    if (number.stripTrailingZeros().scale() > 0) {
      throw Refused.field(field, "worth.refused.number", text == null ? "" : text);
    }
    return number.intValue();
  }

  private static BigDecimal number(String field, @Nullable String text) {
    var number = text == null ? "" : text.strip().replace(',', '.');
    if (!number.matches("\\d{1,9}(\\.\\d{1,2})?")) {
      throw Refused.field(field, "worth.refused.number", text == null ? "" : text);
    }
    return new BigDecimal(number);
  }
}
