package dev.winback.signal;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Three months of the year in which a customer does nearly all his buying (science.md, "Pitfalls",
 * seasonality), found in his own purchases: outside them his silence means nothing.
 */
record Season(Month first) {

  private static final int LENGTH = 3;

  /** Two years of history at least: the season was seen to come back twice. */
  private static final int YEARS = 3;

  /** By the limits of his kind; null also where a person has said until when he is quiet. */
  static @Nullable Season of(History history, LimitsByKind limits) {
    var traits = history.traits();
    boolean found = !history.neverBought() && traits.quietUntil() == null;
    return found ? of(history, limits.of(traits.kind()).seasonShare()) : null;
  }

  /**
   * Null where he has none: three months of the year that have more than so many percent of his
   * days with a purchase, in three years or more. Of several that have the same days the one that
   * ends first.
   */
  static @Nullable Season of(History history, int percent) {
    if (history.visits() < YEARS || history.span() < 365) {
      return null;
    }
    var days = history.purchases().stream().map(Bought::day).distinct().toList();
    var counts = new int[12];
    days.forEach(day -> counts[day.getMonthValue() - 1]++);
    var season = new Season(Month.of(1 + fullest(counts)));
    int within = season.within(counts);
    long years = days.stream().filter(season::has).map(season::begun).distinct().count();
    return within * 100 > percent * days.size() && years >= YEARS ? season : null;
  }

  /** The month from zero that begins the fullest three; the one before it begins emptier ones. */
  private static int fullest(int[] counts) {
    var sums = new int[12];
    Arrays.setAll(sums, month -> new Season(Month.of(1 + month)).within(counts));
    int most = Arrays.stream(sums).max().orElse(0);
    int month = 0;
    while (sums[month] < most || sums[(month + 11) % 12] == most) {
      if (++month == 12) {
        return 0;
      }
    }
    return month;
  }

  private int within(int[] counts) {
    int sum = 0;
    for (int month = 0; month < LENGTH; month++) {
      sum += counts[first.plus(month).getValue() - 1];
    }
    return sum;
  }

  private boolean has(LocalDate day) {
    return Math.floorMod(day.getMonthValue() - first.getValue(), 12) < LENGTH;
  }

  /** When the season of this day began, or the last one before it. */
  private YearMonth begun(LocalDate day) {
    var month = YearMonth.from(day);
    return month.minusMonths(Math.floorMod(month.getMonthValue() - first.getValue(), 12));
  }

  /** The first day of the next season after that of this day, or after this day. */
  LocalDate next(LocalDate lastPurchase) {
    return begun(lastPurchase).plusYears(1).atDay(1);
  }

  /** The first day after the same. */
  LocalDate over(LocalDate lastPurchase) {
    return next(lastPurchase).plusMonths(LENGTH);
  }

  /** A sign of silence when the season has passed without a purchase, and before it none. */
  @Nullable Evidence patiently(Evidence evidence, LocalDate lastPurchase, LocalDate day) {
    var over = over(lastPurchase);
    return day.isBefore(over)
        ? null
        : evidence
            .notBefore(over)
            .with("seasonFrom", next(lastPurchase).toString())
            .with("seasonTo", over.minusDays(1).toString());
  }
}
