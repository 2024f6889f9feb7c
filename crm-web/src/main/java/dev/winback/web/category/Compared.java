package dev.winback.web.category;

import dev.winback.category.Criterion;
import dev.winback.shared.Refused;
import org.jspecify.annotations.Nullable;

/** The two criteria that a page or a file lays side by side. */
record Compared(Criterion one, Criterion other) {

  /** By the firm's criterion and the number of payments, or their sum, unless others are asked. */
  static Compared of(@Nullable String one, @Nullable String other, Criterion firms) {
    var left = criterion("one", one, firms);
    var usual = left == Criterion.AMOUNT ? Criterion.PURCHASES : Criterion.AMOUNT;
    return new Compared(left, criterion("other", other, usual));
  }

  private static Criterion criterion(String field, @Nullable String code, Criterion usual) {
    return code == null || code.isBlank()
        ? usual
        : Criterion.of(code)
            .orElseThrow(() -> Refused.field(field, "refused.category.filter", code));
  }
}
