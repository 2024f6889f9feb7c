package dev.winback.report;

import dev.winback.lapse.KeptReports;
import dev.winback.lapse.Visible;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a customer brings in his life, and the mean of a mixed range weighted by customers (DEC-11);
 * of a rep's own ones for a rep.
 */
@Service
@Transactional(readOnly = true)
public class Lifetimes {

  private static final String PARTS = Sql.of(Lifetimes.class, "lifetimes.sql");
  private static final String OF_ALL = PARTS.replace("/*from*/", "from customer_category k");
  private static final String OF_OWN =
      PARTS.replace(
          "/*from*/",
          "from (select * from customer_category where customer_id in (/*visible customers*/)) k");
  private static final String KEPT = "lifetimes";
  private static final Comparator<LifetimePart> MOST =
      Comparator.comparing(LifetimePart::customers).reversed();
  private static final Comparator<LifetimePart> LETTER =
      Comparator.comparing(part -> String.valueOf(part.name()));

  private final JdbcClient jdbc;
  private final KeptReports kept;
  private final String currency;

  Lifetimes(JdbcClient jdbc, KeptReports kept, Settings settings) {
    this.jdbc = jdbc;
    this.kept = kept;
    currency = settings.currency().getCurrencyCode();
  }

  /** Customers of one letter and kind, who paid in the firm's currency or in others. */
  record Row(
      String abc,
      @Nullable String kind,
      boolean ours,
      long customers,
      BigDecimal orders,
      BigDecimal paid,
      BigDecimal years) {

    LifetimePart part(@Nullable String name) {
      return new LifetimePart(name, customers, years, orders, paid);
    }
  }

  /** Counts for the page of a large firm what it would count for seconds. */
  @Transactional
  public void settle(LocalDate day) {
    kept.settle(KEPT, day, OF_ALL, Map.of("currency", currency));
  }

  public LifetimeTable table(Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    var rows = rows(actor);
    var ours = rows.stream().filter(Row::ours).toList();
    long foreign = rows.stream().filter(row -> !row.ours()).mapToLong(Row::customers).sum();
    var kinds = parts(ours, Row::kind);
    boolean told = kinds.stream().anyMatch(part -> part.name() != null);
    return LifetimeTable.of(
        currency,
        parts(ours, Row::abc).stream().sorted(LETTER).toList(),
        told ? kinds.stream().sorted(MOST).toList() : List.of(),
        foreign);
  }

  private static List<LifetimePart> parts(List<Row> rows, Function<Row, @Nullable String> name) {
    var parts = new HashMap<String, LifetimePart>();
    for (var row : rows) {
      var key = Objects.requireNonNullElse(name.apply(row), "");
      parts.merge(key, row.part(name.apply(row)), LifetimePart::plus);
    }
    return List.copyOf(parts.values());
  }

  private List<Row> rows(Actor actor) {
    boolean all = actor.may(Permission.SEE_ALL_CUSTOMERS);
    if (all && kept.day(KEPT) != null) {
      return kept.rows(
          KEPT,
          "abc text, kind text, ours boolean, customers bigint, orders numeric, paid numeric, years numeric",
          Row.class);
    }
    return jdbc.sql(Visible.in(all ? OF_ALL : OF_OWN, actor))
        .params(Visible.to(actor))
        .param("currency", currency)
        .query(Row.class)
        .list();
  }
}
