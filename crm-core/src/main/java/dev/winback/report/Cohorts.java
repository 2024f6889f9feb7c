package dev.winback.report;

import dev.winback.shared.Paged;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who buys again how long after the first purchase (look.md, "Charts"); a rep's own for a rep. */
@Service
@Transactional(readOnly = true)
public class Cohorts {

  private static final String COUNTS = Sql.of(Cohorts.class, "cohorts.sql");

  private final Buyers buyers;
  private final Figures figures;

  Cohorts(Buyers buyers, Figures figures) {
    this.buyers = buyers;
    this.figures = figures;
  }

  public String currency() {
    return figures.currency();
  }

  /** By quarters when the first of them is more than 24 months ago. */
  public CohortTable table(MonthSpan asked, Actor actor) {
    actor.require(Permission.SEE_LOSSES);
    var day = figures.day();
    int unit = asked.quarters(day) ? 3 : 1;
    int first = Span.number(asked.first(day)) / unit;
    int last = Span.number(asked.last(day)) / unit;
    var counts = counts(unit, new Span(first * unit, last * unit + unit - 1), actor);
    var rows = new ArrayList<CohortTable.Row>();
    for (int cohort = first; cohort <= last; cohort++) {
      rows.add(row(cohort, unit, day, counts.getOrDefault(cohort, Map.of())));
    }
    return new CohortTable(day, asked.first(day), asked.last(day), unit == 3, List.copyOf(rows));
  }

  private Map<Integer, Map<Integer, Long>> counts(int unit, Span firsts, Actor actor) {
    var counts = new HashMap<Integer, Map<Integer, Long>>();
    buyers
        .counted(COUNTS.replace(":unit", Integer.toString(unit)), actor)
        .param("from", firsts.from())
        .param("to", firsts.to())
        .query(
            row -> {
              counts
                  .computeIfAbsent(row.getInt("cohort"), cohort -> new HashMap<>())
                  .put(row.getInt("at"), row.getLong("customers"));
            });
    return counts;
  }

  private static CohortTable.Row row(
      int cohort, int unit, LocalDate day, Map<Integer, Long> counts) {
    int now = Span.number(YearMonth.from(day)) / unit;
    long customers = counts.getOrDefault(cohort, 0L);
    var cells = new ArrayList<CohortTable.Cell>();
    for (int at = cohort + 1; at <= now; at++) {
      boolean partial = Span.month(Span.of(unit, at).to()).atEndOfMonth().isAfter(day);
      cells.add(new CohortTable.Cell(at - cohort, counts.getOrDefault(at, 0L), customers, partial));
    }
    return new CohortTable.Row(Span.month(cohort * unit), customers, List.copyOf(cells));
  }

  /** The customers of a cell. */
  public Paged<Buyer> names(CohortCell cell, @Nullable String after, int limit, Actor actor) {
    actor.require(Permission.SEE_LOSSES);
    return buyers.page(cell.which(), after, limit, actor);
  }

  /** The number in the cell. */
  public long count(CohortCell cell, Actor actor) {
    actor.require(Permission.SEE_LOSSES);
    var which = cell.which();
    return counts(cell.months(), which.firsts(), actor)
        .getOrDefault(which.firsts().from() / cell.months(), Map.of())
        .getOrDefault(which.months().from() / cell.months(), 0L);
  }

  public void export(CohortCell cell, Actor actor, Consumer<Buyer> sink) {
    actor.require(Permission.SEE_LOSSES);
    buyers.export(cell.which(), actor, sink);
  }
}
