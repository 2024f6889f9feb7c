package dev.winback.web.letter;

import dev.winback.letter.RungResult;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a file says of a rung: its period, the one before it, and the comparison of all days. */
final class ResultCells {

  static final Object[] COLUMNS =
      "rung,sent,kept_back,returned,kept_returned,revenue,coupons_used,coupon_cost,cost,unsubscribed,opened,clicked,before_sent,before_kept_back,before_returned,before_revenue,over,returned_over,kept_over,kept_returned_over,verdict,look,more_needed,difference_points,low,high,margin,margin_low,margin_high,romi_percent,romi_low,romi_high,from,to"
          .split(",");

  private ResultCells() {}

  static @Nullable Object[] of(RungResult row, LocalDate first, LocalDate last) {
    return Stream.of(figures(row), compared(row), new @Nullable Object[] {first, last})
        .flatMap(Arrays::stream)
        .toArray();
  }

  private static @Nullable Object[] figures(RungResult row) {
    var now = row.now();
    var before = row.before();
    return new @Nullable Object[] {
      row.rung(),
      now.sent(),
      now.kept(),
      now.returned(),
      now.keptReturned(),
      now.revenue(),
      now.used(),
      now.given(),
      row.cost(),
      now.unsubscribed(),
      now.opened(),
      now.clicked(),
      before.sent(),
      before.kept(),
      before.returned(),
      before.revenue()
    };
  }

  private static @Nullable Object[] compared(RungResult row) {
    var shown = row.increment();
    var finding = shown.finding();
    var difference = finding.difference();
    return new @Nullable Object[] {
      shown.treated().of(),
      shown.treated().returned(),
      shown.kept().of(),
      shown.kept().returned(),
      row.comparable() ? finding.verdict().name().toLowerCase(Locale.ROOT) : null,
      row.comparable() ? finding.look() : null,
      row.comparable() ? finding.more() : null,
      difference == null ? null : points(finding.above()),
      difference == null ? null : points(difference.low()),
      difference == null ? null : points(difference.high()),
      shown.margin(),
      shown.low(),
      shown.high(),
      shown.romi(),
      shown.romiLow(),
      shown.romiHigh()
    };
  }

  private static double points(double share) {
    return Math.round(share * 1000) / 10.0;
  }
}
