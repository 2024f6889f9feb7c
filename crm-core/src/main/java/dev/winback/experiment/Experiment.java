package dev.winback.experiment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Treated against control, looked at four times however often somebody looks (science.md,
 * "Peeking"): when a quarter, half, three quarters and all of the planned information is there.
 * What a look says is counted from those who were there then, so it is the same on every later day.
 * The bounds are O'Brien and Fleming's; their constant is 2.15 instead of 2.018, so that Newcombe's
 * interval, too, claims an effect that is not there in less than 4 of 100 experiments.
 */
public final class Experiment {

  /** How often an experiment is looked at. */
  public static final int LOOKS = 4;

  private static final double BOUND = 2.15;

  private final double planned;
  private final List<Step> seen = new ArrayList<>();
  private Step now = Step.none(LocalDate.EPOCH);

  private Experiment(double planned) {
    this.planned = planned;
  }

  /**
   * Sized so that a return of 12 % is told from one of 20 %: the published return by letter and
   * what a good one reaches.
   */
  public static Finding of(List<Step> byDay) {
    return of(byDay, Power.USUAL, 0.20);
  }

  /** Days in their order, only those whose time is over; sized to tell one share from the other. */
  public static Finding of(List<Step> byDay, double base, double wanted) {
    var experiment = new Experiment(Power.perArm(base, wanted) / 2.0);
    byDay.forEach(experiment::add);
    return experiment.finding();
  }

  private void add(Step day) {
    now = now.plus(day);
    while (seen.size() < LOOKS && now.information() >= planned * (seen.size() + 1) / LOOKS) {
      seen.add(now);
    }
  }

  private Finding finding() {
    for (int look = 1; look <= seen.size(); look++) {
      var difference = difference(look);
      if (difference.above() || difference.below()) {
        return settled(look, difference.above() ? Verdict.WORKS : Verdict.HARMS);
      }
    }
    return seen.size() == LOOKS ? settled(LOOKS, Verdict.NOT_SHOWN) : open();
  }

  private Finding settled(int look, Verdict verdict) {
    return new Finding(verdict, look, at(look), difference(look), 0);
  }

  private Finding open() {
    int look = seen.size();
    return look == 0
        ? new Finding(Verdict.TOO_EARLY, 0, null, null, more())
        : new Finding(Verdict.GOES_ON, look, at(look), difference(look), more());
  }

  private Step at(int look) {
    return seen.get(look - 1);
  }

  private Interval difference(int look) {
    return at(look).treated().above(at(look).control(), z(look));
  }

  /** How many standard errors wide the intervals of a look are on each side. */
  public static double z(int look) {
    return BOUND * Math.sqrt((double) LOOKS / look);
  }

  /** At the share of control so far; half and half where there is nobody yet. */
  private long more() {
    double missing = planned * (seen.size() + 1) / LOOKS - now.information();
    double control = now.information() == 0 ? 0.5 : (double) now.control().of() / now.heads();
    return Math.max(1, (long) Math.ceil(missing / (control * (1 - control))));
  }
}
