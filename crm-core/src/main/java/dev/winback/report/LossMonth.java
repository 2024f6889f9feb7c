package dev.winback.report;

import java.time.LocalDate;

/**
 * A month of the base: who could be lost in it are the customers that were there when it began and
 * those who came; {@code before} is everybody who had ever bought, without those lost and not back.
 */
public record LossMonth(long before, long firsts, MonthOfMoves moves) {

  public LocalDate month() {
    return moves.month();
  }

  /** When it is over. */
  public long after() {
    return before + net();
  }

  /** By how many customers there were more at its end. */
  public long net() {
    return firsts - moves.losses() + moves.returns();
  }
}
