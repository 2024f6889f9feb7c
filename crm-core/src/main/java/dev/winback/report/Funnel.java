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

  static final List<String> WORDS =
      List.of("lost", "contacted", "reached", "offered", "agreed", "ordered");

  /**
   * One step: its word, how many, and which share of the step before and of the losses they are.
   */
  public record Step(String word, int number, long count, double ofBefore, double ofLost) {}

  public List<Step> steps() {
    return List.of(
        step(0, lost, lost),
        step(1, contacted, lost),
        step(2, reached, contacted),
        step(3, offered, reached),
        step(4, agreed, offered),
        step(5, ordered, agreed));
  }

  private Step step(int number, long count, long before) {
    return new Step(WORDS.get(number), number, count, share(count, before), share(count, lost));
  }

  private static double share(long count, long of) {
    return of == 0 ? 0 : (double) count / of;
  }
}
