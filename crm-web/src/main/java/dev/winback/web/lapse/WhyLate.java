package dev.winback.web.lapse;

import dev.winback.report.LostPage;
import dev.winback.report.LostRow;
import dev.winback.shared.Sentence;
import dev.winback.signal.Signal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why each loss of a page is one, in the sentence of the signal that opened it. */
final class WhyLate {

  private WhyLate() {}

  /** By lapse; whose signals have passed has none. */
  static Map<Long, Sentence> of(LostPage page) {
    var why = new HashMap<Long, Sentence>();
    for (var row : page.rows().items()) {
      var signal = first(row, page.signals().getOrDefault(row.customer(), List.of()));
      if (signal != null) {
        why.put(row.lapse(), signal.why());
      }
    }
    return why;
  }

  private static @Nullable Signal first(LostRow row, List<Signal> signals) {
    var opened = List.of(row.openedBy().split(","));
    return signals.stream()
        .filter(signal -> opened.contains(signal.kind().code()))
        .findFirst()
        .orElse(signals.stream().filter(signal -> !signal.weak()).findFirst().orElse(null));
  }
}
