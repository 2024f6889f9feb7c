package dev.winback.prompt;

import dev.winback.experiment.Experiment;
import dev.winback.experiment.Finding;
import dev.winback.experiment.Share;
import dev.winback.experiment.Step;
import java.util.List;

/**
 * Carts reminded of and kept back to compare with, so far; of those whose 14 days are over how many
 * were ordered, and what that shows (science.md, "Peeking").
 */
public record CartEffect(long reminded, long kept, Share treated, Share control, Finding finding) {

  /** One day of first reminders; over when the 14 days of all its carts are. */
  record Day(Step step, boolean over) {}

  static CartEffect of(List<Day> days) {
    var all = days.stream().map(Day::step).toList();
    var over = days.stream().filter(Day::over).map(Day::step).toList();
    return new CartEffect(
        treated(all).of(), control(all).of(), treated(over), control(over), Experiment.of(over));
  }

  private static Share treated(List<Step> steps) {
    return steps.stream().map(Step::treated).reduce(Share.NONE, Share::plus);
  }

  private static Share control(List<Step> steps) {
    return steps.stream().map(Step::control).reduce(Share.NONE, Share::plus);
  }

  public boolean empty() {
    return reminded + kept == 0;
  }

  /** Both arms have a cart whose 14 days are over. */
  public boolean comparable() {
    return treated.of() > 0 && control.of() > 0;
  }
}
