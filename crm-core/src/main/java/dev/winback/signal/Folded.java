package dev.winback.signal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All that the fold found of one customer who ever bought. */
record Folded(History history, Value value, List<Evidence> signals) {

  /** The earliest day from which one of the signals means a lost customer; none without signals. */
  Optional<LocalDate> lostFrom() {
    return signals.stream().map(Evidence::lostFrom).min(LocalDate::compareTo);
  }
}
