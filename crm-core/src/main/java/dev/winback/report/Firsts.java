package dev.winback.report;

import dev.winback.lapse.KeptReports;
import dev.winback.lapse.Visible;
import dev.winback.shared.Pieces;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many became customers in each month; for a large firm as its last night counted them. */
@Component
class Firsts {

  private static final String BY_MONTH = Figures.firsts("firsts-by-month.sql");
  private static final String OF_ALL =
      Pieces.counted(BY_MONTH.replace("/*visible*/", "true"), Map.of());
  private static final String KEPT = "firsts";

  private record FirstsOfMonth(LocalDate month, long customers) {}

  private final JdbcClient jdbc;
  private final KeptReports kept;

  Firsts(JdbcClient jdbc, KeptReports kept) {
    this.jdbc = jdbc;
    this.kept = kept;
  }

  void settle(LocalDate day) {
    kept.settle(KEPT, day, OF_ALL, Map.of("until", day));
  }

  /** Until a day, of whom the member sees; months without any are left out. */
  SortedMap<LocalDate, Long> until(LocalDate until, Actor actor) {
    var months = new TreeMap<LocalDate, Long>();
    for (var month : rows(until, actor)) {
      months.put(month.month(), month.customers());
    }
    return months;
  }

  private List<FirstsOfMonth> rows(LocalDate until, Actor actor) {
    var night = actor.may(Permission.SEE_ALL_CUSTOMERS) ? kept.day(KEPT) : null;
    if (tells(night, until)) {
      return kept.rows(KEPT, "month date, customers bigint", FirstsOfMonth.class).stream()
          .filter(row -> !row.month().isAfter(until))
          .toList();
    }
    return jdbc.sql(Visible.counted(BY_MONTH, actor))
        .params(Visible.to(actor))
        .param("until", until)
        .query(FirstsOfMonth.class)
        .list();
  }

  /** Whole months before that night, or all that it saw. */
  private static boolean tells(@Nullable LocalDate night, LocalDate until) {
    return night != null
        && (until.equals(night)
            || until.isBefore(night) && until.equals(YearMonth.from(until).atEndOfMonth()));
  }
}
