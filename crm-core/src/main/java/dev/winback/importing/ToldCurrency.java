package dev.winback.importing;

import java.nio.charset.StandardCharsets;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A currency as it is told in many rows: a text made into bytes for each was a seventh of all that
 * a load made.
 */
record ToldCurrency(String code, byte[] bytes, int unit) {

  static @Nullable ToldCurrency of(Values values, Cells cell) {
    var code = values.currency(cell, "currency");
    return code == null
        ? null
        : new ToldCurrency(code, written(code), Sums.unit(Currency.getInstance(code)));
  }

  static byte[] written(String word) {
    return word.getBytes(StandardCharsets.UTF_8);
  }
}
