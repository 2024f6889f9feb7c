package dev.winback.signal;

import dev.winback.category.Judge;
import dev.winback.category.Months;

/** Judges each customer by himself, by the limits of the last night. */
record Judged(Judge judge, Months months) implements Placing {

  static Judged by(Judge judge) {
    return new Judged(judge, judge.months());
  }

  @Override
  public void place(Months months, History history) {
    if (judge.concerns(months)) {
      history.placed(judge.of(months), judge.standing(months).orElse(null));
    }
  }
}
