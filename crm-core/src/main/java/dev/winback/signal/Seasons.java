package dev.winback.signal;

import dev.winback.customer.CustomerId;
import dev.winback.shared.BusinessClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says which season a customer's own purchases show, so that nobody wonders at a missing alarm. */
@Service
@Transactional(readOnly = true)
public class Seasons {

  private final HistoryReading histories;
  private final ProfileStore profiles;
  private final BusinessClock clock;

  Seasons(HistoryReading histories, ProfileStore profiles, BusinessClock clock) {
    this.histories = histories;
    this.profiles = profiles;
    this.clock = clock;
  }

  /** The first and the last day of his next season: silence before its end means nothing. */
  public record Next(LocalDate from, LocalDate until) {}

  /** Null where he has none, it has passed, or a person has said until when he is quiet. */
  public @Nullable Next of(CustomerId customer) {
    var today = clock.today();
    var found = new ArrayList<History>();
    histories.of(FoldScope.of(Set.of(customer)), Days.upTo(today), null, found::add);
    return found.stream()
        .flatMap(history -> next(history).stream())
        .filter(next -> !next.until().isBefore(today))
        .findFirst()
        .orElse(null);
  }

  private List<Next> next(History history) {
    var season = Season.of(history, profiles.current());
    if (season == null) {
      return List.of();
    }
    var last = history.last().day();
    return List.of(new Next(season.next(last), season.over(last).minusDays(1)));
  }
}
