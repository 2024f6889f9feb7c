package dev.winback.signal;

import dev.winback.customer.CustomerId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import org.springframework.stereotype.Component;

/** Folds histories as they come out of the database. */
@Component
class Fold {

  private final HistoryReading histories;
  private final ProfileStore profiles;
  private final BusinessClock clock;
  private final String firmCurrency;

  Fold(HistoryReading histories, ProfileStore profiles, BusinessClock clock, Settings settings) {
    this.histories = histories;
    this.profiles = profiles;
    this.clock = clock;
    this.firmCurrency = settings.currency().getCurrencyCode();
  }

  /** The rules with the limits that hold at present. */
  Detection detection() {
    return detection(profiles.current());
  }

  Detection detection(Profiles limits) {
    return new Detection(limits, new Rules(firmCurrency), firmCurrency);
  }

  /** Facts and silence both up to this day. */
  List<Folded> fold(FoldScope scope, LocalDate day, Detection detection) {
    return fold(scope, c -> day, c -> day, detection);
  }

  /** All facts known, silence up to this day: who bought since is not silent. */
  List<Folded> foldKnown(FoldScope scope, LocalDate day) {
    var known = clock.today().isAfter(day) ? clock.today() : day;
    return fold(scope, c -> day, c -> known, detection());
  }

  /** Facts before each customer's own day, silence up to it. */
  List<Folded> foldBefore(Map<CustomerId, LocalDate> days) {
    LongFunction<LocalDate> day = c -> Objects.requireNonNull(days.get(new CustomerId(c)));
    return fold(FoldScope.of(days.keySet()), day, c -> day.apply(c).minusDays(1), detection());
  }

  private List<Folded> fold(
      FoldScope scope,
      LongFunction<LocalDate> day,
      LongFunction<LocalDate> lastFact,
      Detection detection) {
    var found = new ArrayList<Folded>();
    histories.of(scope, lastFact, h -> found.add(detection.fold(h, day.apply(h.customer()))));
    return found;
  }
}
