package dev.winback.privacy;

import dev.winback.customer.Erasures;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does again what a database has forgotten that is older than its list of erasures. */
@Component
class ErasureReplay {

  private static final Logger LOG = LoggerFactory.getLogger(ErasureReplay.class);

  private final Erasures erasures;

  ErasureReplay(Erasures erasures) {
    this.erasures = erasures;
  }

  /** How many were done again; what is known changes nothing. */
  int replay(List<Erasing> entries) {
    int stopped = erasures.stopAgain(stops(entries));
    var again = erasures.eraseAgain(numbers(entries));
    if (!again.unclear().isEmpty()) {
      LOG.error(
          "The list of erasures names parts of the customer records {}, and not these: take them apart (Merged records on the customer's page) and erase the parts",
          again.unclear());
    }
    return stopped + again.erased();
  }

  private static Map<String, OffsetDateTime> numbers(List<Erasing> entries) {
    var numbers = new HashMap<String, OffsetDateTime>();
    entries.stream()
        .filter(entry -> entry.kind() == Erasing.Kind.ERASED)
        .forEach(entry -> numbers.merge(entry.hash(), entry.at(), ErasureReplay::later));
    return numbers;
  }

  private static OffsetDateTime later(OffsetDateTime a, OffsetDateTime b) {
    return a.isAfter(b) ? a : b;
  }

  /** Those that nothing has lifted since. */
  private static List<Erasures.Stop> stops(List<Erasing> entries) {
    var last = new HashMap<List<String>, Erasing>();
    entries.stream()
        .filter(entry -> entry.kind() != Erasing.Kind.ERASED)
        .forEach(
            entry ->
                last.merge(
                    List.of(entry.hash(), entry.reason()),
                    entry,
                    (a, b) -> b.at().isBefore(a.at()) ? a : b));
    return last.values().stream()
        .filter(entry -> entry.kind() == Erasing.Kind.STOPPED)
        .map(entry -> new Erasures.Stop(entry.hash(), entry.reason(), entry.at()))
        .toList();
  }
}
