package dev.winback.web.offer;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What one rep may grant, as a form gives it; an empty field is the limit of every rep. */
record LimitsForm(@Nullable String percent, @Nullable String money, @Nullable String month) {

  @Nullable Integer givenPercent() {
    return empty(percent) ? null : OfferRulesForm.whole("percent", percent);
  }

  @Nullable BigDecimal givenMoney() {
    return empty(money) ? null : OfferRulesForm.number("money", money);
  }

  @Nullable BigDecimal givenMonth() {
    return empty(month) ? null : OfferRulesForm.number("month", month);
  }

  private static boolean empty(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
