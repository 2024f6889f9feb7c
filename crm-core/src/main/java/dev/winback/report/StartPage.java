package dev.winback.report;

import dev.winback.customer.ContactGap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the start page as of a day; the months go back a year, the last one runs; money of
 * the week in {@code currency}; {@code fragile} customers of today up to one more than are counted;
 * {@code signs} that mean no loss yet and began in the week; {@code gap} for who may load files,
 * when most customers can be reached by nobody.
 */
public record StartPage(
    LocalDate day,
    boolean customers,
    String currency,
    Week week,
    List<MonthOfMoves> months,
    List<Stake> stakes,
    long fragile,
    List<NewSign> signs,
    @Nullable ContactGap gap) {

  public MonthOfMoves month() {
    return months.get(months.size() - 1);
  }

  public LocalDate yearStart() {
    return day.withDayOfYear(1);
  }

  public long lossesOfYear() {
    return ofYear().stream().mapToLong(MonthOfMoves::losses).sum();
  }

  private List<MonthOfMoves> ofYear() {
    return months.stream().filter(m -> !m.month().isBefore(yearStart())).toList();
  }

  public long open() {
    return stakes.stream().mapToLong(Stake::open).sum();
  }

  /** Of the open ones those in the stage LATE. */
  public long late() {
    return stakes.stream().mapToLong(Stake::late).sum();
  }

  public long won() {
    return stakes.stream().mapToLong(Stake::won).sum();
  }

  /** Money a year of the open lapses, one sum for each currency that has any. */
  public List<Stake> atStake() {
    return stakes.stream().filter(s -> s.valueYear().compareTo(BigDecimal.ZERO) > 0).toList();
  }
}
