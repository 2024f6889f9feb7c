package dev.winback.letter;

import static java.util.stream.Collectors.groupingBy;

import dev.winback.shared.KeptRows;
import dev.winback.shared.Sql;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The results of rungs by the percent that was in the letter, counted by the night. */
@Component
class RungPercents {

  private static final String REPORT = "percents";
  private static final String SQL = Sql.of(RungPercents.class, "percents.sql");
  private static final String COLUMNS =
      "rung integer, percent integer, first date, last date, sent bigint, returned bigint, used bigint,"
          + " compared bigint, compared_returned bigint, compared_given numeric";

  private final KeptRows kept;

  RungPercents(KeptRows kept) {
    this.kept = kept;
  }

  void settle(LocalDate day) {
    kept.keep(REPORT, day, SQL, Map.of());
  }

  /** Of each rung that has given several, the first one first. */
  Map<Integer, List<RungPercent>> all() {
    return kept.rows(REPORT, COLUMNS, RungPercent.class).stream()
        .sorted(Comparator.comparing(RungPercent::first).thenComparing(RungPercent::percent))
        .collect(groupingBy(RungPercent::rung));
  }
}
