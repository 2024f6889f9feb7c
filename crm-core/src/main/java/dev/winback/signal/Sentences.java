package dev.winback.signal;

import dev.winback.shared.Sentence;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts the stored figures and the days since into a sentence and its evidence. */
final class Sentences {

  private Sentences() {}

  static Signal signal(
      SignalKind kind,
      LocalDate since,
      LocalDate lastPurchase,
      LocalDate asOf,
      Map<String, Object> figures) {
    long days = ChronoUnit.DAYS.between(lastPurchase, asOf);
    var evidence = new LinkedHashMap<String, Object>();
    evidence.put("days", days);
    evidence.putAll(figures);
    evidence.put("lastPurchase", lastPurchase.toString());
    return switch (kind) {
      case SILENT ->
          new Signal(
              kind, since, Sentence.of("signal.silent", days, number(figures, "class")), evidence);
      case LATE -> late(since, days, evidence);
    };
  }

  private static Signal late(LocalDate since, long days, Map<String, Object> evidence) {
    var rhythm = number(evidence, "rhythm");
    var times = BigDecimal.valueOf(days).divide(rhythm, 2, RoundingMode.HALF_UP);
    evidence.put("times", times);
    var sentence =
        Sentence.of(
            "signal.late",
            number(evidence, "purchases"),
            rhythm.setScale(0, RoundingMode.HALF_UP),
            days,
            times,
            number(evidence, "limit"));
    return new Signal(SignalKind.LATE, since, sentence, evidence);
  }

  private static BigDecimal number(Map<String, Object> figures, String name) {
    return new BigDecimal(String.valueOf(figures.get(name)));
  }
}
