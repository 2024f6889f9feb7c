package dev.winback.campaign;

import dev.winback.experiment.Power;
import dev.winback.worth.Increment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign brought beyond what would have come by itself: losses drawn for the team against
 * losses kept back by lot, each for 60 days from its drawing (all so far, and of those whose days
 * are over what {@code increment} shows); {@code held} were not due, by reason, so that the list is
 * treated + control + held. {@code next} is the day on which the first 60 days are over, null when
 * some are or nobody was drawn.
 */
public record CampaignEffect(
    long treated, long control, List<Held> held, Increment increment, @Nullable LocalDate next) {

  /** How many were not due for a reason. */
  public record Held(String reason, long losses) {}

  /** A day of drawing. */
  record Day(Increment.Day arms, boolean over) {}

  static CampaignEffect of(List<Day> days, List<Held> held) {
    var over = days.stream().filter(Day::over).map(Day::arms).toList();
    return new CampaignEffect(
        days.stream().mapToLong(day -> day.arms().step().treated().of()).sum(),
        days.stream().mapToLong(day -> day.arms().step().control().of()).sum(),
        held,
        Increment.of(over),
        over.isEmpty() && !days.isEmpty() ? days.get(0).arms().step().day().plusDays(61) : null);
  }

  /** Nobody has been drawn yet. */
  public boolean open() {
    return treated + control == 0;
  }

  /** What these two groups together would show, in points of a hundred; 100 without both. */
  public long points() {
    return Math.round(100 * Power.visible(Power.USUAL, treated, control));
  }
}
