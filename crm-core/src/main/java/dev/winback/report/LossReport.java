package dev.winback.report;

import dev.winback.shared.DaySpan;
import dev.winback.shared.DayText;
import dev.winback.shared.Money;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.value.CostOfLoss;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many customers a firm loses in a year, against the base and the year before (MEA-01, MEA-02).
 */
@Service
@Transactional(readOnly = true)
public class LossReport {

  private static final int MONTHS = 12;

  private final Figures figures;
  private final Firsts firsts;
  private final LostCustomers lost;
  private final Lifetimes lifetimes;
  private final LossBandSettings bands;

  LossReport(
      Figures figures,
      Firsts firsts,
      LostCustomers lost,
      Lifetimes lifetimes,
      LossBandSettings bands) {
    this.bands = bands;
    this.figures = figures;
    this.firsts = firsts;
    this.lost = lost;
    this.lifetimes = lifetimes;
  }

  /** The day to which it is counted. */
  public LocalDate day() {
    return figures.day();
  }

  public String currency() {
    return figures.currency();
  }

  /**
   * The twelve months up to a month ({@code 2026-10}), the last whole one when nothing is said; a
   * rep sees those of his own customers. Refused for a month that is still to come.
   */
  public LossPicture picture(@Nullable String to, Actor actor) {
    return picture(null, to, actor);
  }

  /** A year is counted whole, whatever month it is asked from; its answer says which it is. */
  public LossPicture picture(@Nullable String from, @Nullable String to, Actor actor) {
    var last = month(to, figures.day());
    DaySpan.inOrder(DayText.monthOf("from", from), last);
    var rate = rate(last, actor);
    var year = rate.year();
    return new LossPicture(
        rate, lifetimes(year, actor), turned(year, actor), BaseLeft.of(year.after(), year.rate()));
  }

  private @Nullable LostLifetimes lifetimes(LossYear year, Actor actor) {
    var mean = lifetimes.table(actor).mean();
    return mean == null ? null : new LostLifetimes(year.losses(), mean);
  }

  /** Of the last twelve whole months. */
  public LossRate rate(Actor actor) {
    return rate(month(null, figures.day()), actor);
  }

  private LossRate rate(YearMonth last, Actor actor) {
    actor.require(Permission.SEE_LOSSES);
    var months = months(last, actor);
    var year = new LossYear(months.subList(months.size() - MONTHS, months.size()));
    var before = new LossYear(months.subList(months.size() - 2 * MONTHS, months.size() - MONTHS));
    return new LossRate(
        year,
        before,
        new CostOfLoss(year.priced(), new Money(year.lostYear(), currency())),
        bands.bands());
  }

  private long turned(LossYear year, Actor actor) {
    var query = "stage=direction-changed&from=%s&to=%s".formatted(year.from(), year.until());
    return lost.count(LostFilter.of(query), Integer.MAX_VALUE, actor);
  }

  /** From the first customer on, or at least two years. */
  private List<LossMonth> months(YearMonth last, Actor actor) {
    var until = last.atEndOfMonth().isAfter(figures.day()) ? figures.day() : last.atEndOfMonth();
    var first = firsts.until(until, actor);
    var twoYears = last.minusMonths(2L * MONTHS - 1).atDay(1);
    var from = first.isEmpty() || first.firstKey().isAfter(twoYears) ? twoYears : first.firstKey();
    return based(figures.months(from, until, actor), first);
  }

  private static List<LossMonth> based(
      List<MonthOfMoves> moves, SortedMap<LocalDate, Long> firsts) {
    var months = new ArrayList<LossMonth>();
    long base = 0;
    for (var move : moves) {
      var month = new LossMonth(base, firsts.getOrDefault(move.month(), 0L), move);
      months.add(month);
      base = month.after();
    }
    return months;
  }

  private static YearMonth month(@Nullable String to, LocalDate day) {
    var running = YearMonth.from(day);
    var asked = DayText.monthOf("to", to);
    if (asked == null) {
      return day.equals(running.atEndOfMonth()) ? running : running.minusMonths(1);
    }
    if (asked.isAfter(running)) {
      throw Refused.field("to", "losses.refused.later", asked.toString(), running.toString());
    }
    return asked;
  }
}
