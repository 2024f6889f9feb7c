package dev.winback.signal;

import dev.winback.shared.Sentence;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts the stored figures and the days since into a sentence and its evidence. */
final class Sentences {

  /** The reasons of stale-contact.sql in the order of the sentence. */
  private static final List<String> STALE =
      List.of("bounced", "wrong-number", "moved", "unreadable", "unreachable", "unconfirmed");

  private Sentences() {}

  static Signal signal(
      SignalKind kind,
      LocalDate since,
      @Nullable LocalDate lastPurchase,
      LocalDate asOf,
      Map<String, Object> figures) {
    return kind == SignalKind.STALE_CONTACT
        ? stale(since, asOf, figures)
        : silence(kind, since, Objects.requireNonNull(lastPurchase), asOf, figures);
  }

  /** One figure for each reason, 1 where it holds, and the days since the data were confirmed. */
  private static Signal stale(LocalDate since, LocalDate asOf, Map<String, Object> figures) {
    var why = (List<?>) Objects.requireNonNull(figures.get("why"));
    var said = new ArrayList<Object>();
    STALE.forEach(code -> said.add(why.contains(code) ? 1 : 0));
    var confirmed = LocalDate.parse(String.valueOf(figures.get("confirmed")));
    said.add(ChronoUnit.DAYS.between(confirmed, asOf));
    var sentence = Sentence.of("signal.stale-contact", said.toArray());
    return new Signal(SignalKind.STALE_CONTACT, since, sentence, figures);
  }

  private static Signal silence(
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
    return kind == SignalKind.LATE
        ? late(since, days, evidence)
        : new Signal(
            kind, since, Sentence.of("signal.silent", days, number(figures, "class")), evidence);
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
