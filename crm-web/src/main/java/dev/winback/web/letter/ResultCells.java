package dev.winback.web.letter;

import dev.winback.letter.RungResult;
import dev.winback.web.layout.ComparisonCells;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a file says of a rung: its period, the one before it, and the comparison of all days. */
final class ResultCells {

  static final Object[] COLUMNS =
      "rung,rung_name,sent,kept_back,returned,kept_returned,revenue,coupons_used,coupon_cost,cost,unsubscribed,opened,opened_of,clicked,clicked_of,before_sent,before_kept_back,before_returned,before_revenue,before_cost,over,returned_over,kept_over,kept_returned_over,verdict,look,more_needed,difference_points,low,high,margin,margin_low,margin_high,margin_cost,romi_percent,romi_low,romi_high,paid_percent,from,to"
          .split(",");

  private ResultCells() {}

  static @Nullable Object[] of(RungResult row, String name, LocalDate first, LocalDate last) {
    return Stream.of(
            figures(row, name),
            ComparisonCells.of(row.increment()),
            new @Nullable Object[] {first, last})
        .flatMap(Arrays::stream)
        .toArray();
  }

  private static @Nullable Object[] figures(RungResult row, String name) {
    var now = row.now();
    var before = row.before();
    return new @Nullable Object[] {
      row.rung(),
      name,
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
      now.tellsOpens(),
      now.clicked(),
      now.tellsClicks(),
      before.sent(),
      before.kept(),
      before.returned(),
      before.revenue(),
      row.costBefore()
    };
  }
}
