package dev.winback.report;

import dev.winback.category.Categories;
import dev.winback.category.Criterion;
import dev.winback.category.FrontShare;
import dev.winback.lapse.KeptReports;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far the lists of two criteria agree on who is A (DEC-06); of the whole firm. */
@Service
@Transactional(readOnly = true)
public class Overlaps {

  private static final String COUNTS = Sql.of(Overlaps.class, "a-by.sql");
  private static final String KEPT = "a-by";

  private final JdbcClient jdbc;
  private final KeptReports kept;
  private final Categories categories;

  Overlaps(JdbcClient jdbc, KeptReports kept, Categories categories) {
    this.jdbc = jdbc;
    this.kept = kept;
    this.categories = categories;
  }

  record Row(int aBy, long customers) {}

  /** Counts for the page of a large firm what it would count for long. */
  @Transactional
  public void settle(LocalDate day) {
    kept.settle(KEPT, day, COUNTS, Map.of());
  }

  /** Empty before the first night, and for who does not see all customers. */
  public Optional<Overlap> of(Criterion one, Criterion other, Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    var shares = categories.fronts();
    return shares.isEmpty() || !actor.may(Permission.SEE_ALL_CUSTOMERS)
        ? Optional.empty()
        : Optional.of(of(one, other, shares, rows()));
  }

  private static Overlap of(
      Criterion one, Criterion other, List<FrontShare> shares, List<Row> rows) {
    return new Overlap(
        side(one, other, shares, rows),
        side(other, one, shares, rows),
        count(rows, EnumSet.of(one, other), Set.of()));
  }

  private static Overlap.Side side(
      Criterion by, Criterion notBy, List<FrontShare> shares, List<Row> rows) {
    return new Overlap.Side(
        shares.get(by.ordinal()),
        count(rows, Set.of(by), Set.of()),
        count(rows, Set.of(by), Set.of(notBy)));
  }

  private static long count(List<Row> rows, Set<Criterion> by, Set<Criterion> notBy) {
    return rows.stream()
        .filter(row -> Criterion.fits(row.aBy(), by, notBy))
        .mapToLong(Row::customers)
        .sum();
  }

  private List<Row> rows() {
    return kept.day(KEPT) != null
        ? kept.rows(KEPT, "a_by int, customers bigint", Row.class)
        : jdbc.sql(COUNTS).query(Row.class).list();
  }
}
