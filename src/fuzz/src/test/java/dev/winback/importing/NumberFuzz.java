package dev.winback.importing;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any text as an amount; what is printed is read again. */
class NumberFuzz {

  @FuzzTest(maxDuration = "60s")
  void anyTextIsANumberOrNone(FuzzedDataProvider data) {
    char decimal = data.consumeBoolean() ? ',' : '.';
    var number = Numbers.parse(data.consumeRemainingAsString(), decimal);
    if (number != null) {
      var printed = number.toPlainString().replace('.', decimal);
      if (!number.equals(Numbers.parse(printed, decimal))) {
        throw new IllegalStateException(printed);
      }
    }
  }
}
