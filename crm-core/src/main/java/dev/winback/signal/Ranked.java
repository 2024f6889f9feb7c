package dev.winback.signal;

import dev.winback.category.Months;
import dev.winback.category.Ranking;

/** The night collects everybody's months: where each stands is known when all have passed. */
record Ranked(Ranking ranking, Months months) implements Placing {

  static Ranked in(Ranking ranking) {
    return new Ranked(ranking, ranking.months());
  }

  @Override
  public void place(Months months, History history) {
    ranking.add(months);
  }
}
