package dev.winback.script;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Codes of the firm's own texts, made of their titles. */
final class Codes {

  private static final int LONGEST = 40;

  private Codes() {}

  static String free(String title, Predicate<String> taken) {
    var code = of(title);
    return IntStream.iterate(1, n -> n + 1)
        .mapToObj(n -> n == 1 ? code : code + "-" + n)
        .filter(taken.negate())
        .findFirst()
        .orElseThrow();
  }

  private static String of(String title) {
    var code =
        Normalizer.normalize(title, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^[-0-9]+", "");
    var cut = code.substring(0, Math.min(code.length(), LONGEST)).replaceAll("-+$", "");
    return cut.isEmpty() ? "own" : cut;
  }
}
