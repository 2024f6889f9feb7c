package dev.winback.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Twelve months of the base, the oldest first. */
public record LossYear(List<LossMonth> months) {

  public LocalDate from() {
    return months.get(0).month();
  }

  public LocalDate until() {
    return months.get(months.size() - 1).moves().lastDay();
  }

  public long before() {
    return months.get(0).before();
  }

  public long after() {
    return months.get(months.size() - 1).after();
  }

  /** By how many customers there were more at its end. */
  public long net() {
    return after() - before();
  }

  public long firsts() {
    return sum(LossMonth::firsts);
  }

  public long losses() {
    return sum(month -> month.moves().losses());
  }

  public long returns() {
    return sum(month -> month.moves().returns());
  }

  /** Who could be lost: those who were there and those who came. */
  public long base() {
    return before() + firsts();
  }

  /** Losses of which the amount is recorded, in the firm's currency. */
  public long priced() {
    return sum(month -> month.moves().priced());
  }

  /** Losses of those who could be lost, from 0 to 1; of nobody it is 0. */
  public double rate() {
    return base() == 0 ? 0 : (double) losses() / base();
  }

  /** What the recorded losses were worth a year. */
  public BigDecimal lostYear() {
    return money(MonthOfMoves::lostYear);
  }

  /** What the recorded returns were worth a year. */
  public BigDecimal backYear() {
    return money(MonthOfMoves::backYear);
  }

  /** Some of it is from before the first night, when no money was recorded. */
  public boolean fromHistory() {
    return months.stream().anyMatch(month -> month.moves().fromHistory());
  }

  private long sum(ToLongFunction<LossMonth> figure) {
    return months.stream().mapToLong(figure).sum();
  }

  private BigDecimal money(Function<MonthOfMoves, BigDecimal> figure) {
    return months.stream()
        .map(month -> figure.apply(month.moves()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
