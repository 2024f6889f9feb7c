package dev.winback.signal;

import dev.winback.category.Months;
import dev.winback.category.Ranking;
import java.time.LocalDate;

/** The night collects everybody's months: where each stands is known when all have passed. */
record Ranked(Ranking ranking, Months months, Detection detection, LocalDate day)
    implements Placing {

  static Ranked in(Ranking ranking, Detection detection, LocalDate day) {
    return new Ranked(ranking, ranking.months(), detection, day);
  }

  @Override
  public void place(Months months, History history) {
    ranking.add(months.lost(months.silent() && detection.loss(history, day)));
  }
}
