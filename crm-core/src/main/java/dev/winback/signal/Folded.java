package dev.winback.signal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that the fold found of one customer; without a value when he never bought. */
record Folded(History history, @Nullable Value value, List<Evidence> signals) {

  /** The earliest day from which one of the signals means a lost customer; none without such. */
  Optional<LocalDate> lostFrom() {
    return signals.stream()
        .map(Evidence::lostFrom)
        .filter(Objects::nonNull)
        .min(LocalDate::compareTo);
  }
}
