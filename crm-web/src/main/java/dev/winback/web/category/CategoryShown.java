package dev.winback.web.category;

import dev.winback.web.layout.Shown;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How figures of categories look; templates reach it as {@code @categoryShown}. */
@Component("categoryShown")
public class CategoryShown {

  private final Shown shown;

  CategoryShown(Shown shown) {
    this.shown = shown;
  }

  /** A value by the criterion: money without cents, or a count. */
  public String value(@Nullable BigDecimal value, String currency, boolean money) {
    if (value == null) {
      return "";
    }
    return money
        ? shown.whole(value, currency)
        : shown.number(value.setScale(0, RoundingMode.HALF_UP).longValue());
  }

  /** A setting without the zeros behind it. */
  public String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /** Of the whole, in percent with one decimal; 0 of nothing. */
  public String percent(BigDecimal part, BigDecimal whole) {
    return shown.inPercent(
        whole.signum() == 0
            ? BigDecimal.ZERO
            : part.movePointRight(2).divide(whole, 1, RoundingMode.HALF_UP));
  }
}
