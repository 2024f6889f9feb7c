package dev.winback.web.lapse;

import dev.winback.report.LostRow;
import dev.winback.shared.Sentence;
import dev.winback.signal.Signal;
import dev.winback.signal.Signals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why each loss of a page is one, in the sentence of the signal that opened it. */
@Component
class WhyLate {

  private final Signals signals;

  WhyLate(Signals signals) {
    this.signals = signals;
  }

  /** By lapse; whose signals have passed has none. */
  Map<Long, Sentence> of(List<LostRow> rows) {
    var shown = signals.of(rows.stream().map(LostRow::customer).collect(Collectors.toSet()));
    var why = new HashMap<Long, Sentence>();
    for (var row : rows) {
      var signal = first(row, shown.getOrDefault(row.customer(), List.of()));
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
