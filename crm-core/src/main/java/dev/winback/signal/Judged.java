package dev.winback.signal;

import dev.winback.category.Judge;
import dev.winback.category.Months;
import java.time.LocalDate;

/** Judges each customer by himself, by the limits of the last night. */
record Judged(Judge judge, Months months, Detection detection, LocalDate day) implements Placing {

  static Judged by(Judge judge, Detection detection, LocalDate day) {
    return new Judged(judge, judge.months(), detection, day);
  }

  @Override
  public void place(Months months, History history) {
    if (judge.concerns(months)) {
      months.lost(months.silent() && detection.loss(history, day));
      history.placed(judge.of(months), judge.standing(months).orElse(null));
    }
  }
}
