package dev.winback.report;

import java.math.BigDecimal;
import java.util.List;

/**
 * How far the losses of a period came, each counted at every step up to its furthest; {@code alone}
 * of the ordered were never called nor written to. Money a year in the firm's currency.
 */
public record Funnel(
    long lost,
    long contacted,
    long reached,
    long offered,
    long agreed,
    long ordered,
    long alone,
    BigDecimal lostYear,
    BigDecimal orderedYear) {

  /**
   * One step: its word, how many, and which share of the step before and of the losses they are.
   */
  public record Step(String word, int number, long count, double ofBefore, double ofLost) {}

  public List<Step> steps() {
    return List.of(
        step("lost", 0, lost, lost),
        step("contacted", 1, contacted, lost),
        step("reached", 2, reached, contacted),
        step("offered", 3, offered, reached),
        step("agreed", 4, agreed, offered),
        step("ordered", 5, ordered, agreed));
  }

  private Step step(String word, int number, long count, long before) {
    return new Step(word, number, count, share(count, before), share(count, lost));
  }

  private static double share(long count, long of) {
    return of == 0 ? 0 : (double) count / of;
  }
}
