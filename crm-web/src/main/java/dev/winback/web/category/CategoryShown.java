package dev.winback.web.category;

import dev.winback.web.layout.Shown;
import dev.winback.web.layout.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How figures of categories look; templates reach it as {@code @categoryShown}. */
@Component("categoryShown")
public class CategoryShown {

  private final Shown shown;
  private final Wording wording;

  CategoryShown(Shown shown, Wording wording) {
    this.shown = shown;
    this.wording = wording;
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

  /** The criteria that an address names with commas between. */
  public String criteria(String codes) {
    return Arrays.stream(codes.split(","))
        .map(code -> wording.of("category.criterion." + code.strip().toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining(", "));
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
