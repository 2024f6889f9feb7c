package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.lapse.Visible;
import dev.winback.shared.Pieces;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A page of those to watch or of a reason is a range of an index, and shows the same as a look at
 * all.
 */
@CoreTest
class FewOnTheWayTest {

  private static final CustomerFilter WATCH = CustomerFilter.of("stage=watch");
  private static final CustomerFilter QUALITY = CustomerFilter.of("reason=quality");

  @Autowired Stories stories;
  @Autowired CustomerLists customers;
  @Autowired JdbcClient jdbc;

  private Actor boss;

  @BeforeEach
  void manyAreThere() {
    boss = stories.manager();
    jdbc.sql(
            "insert into customer (ref, name) select 'C-' || n, 'Name ' || n * 7919 % 10007 from generate_series(1, 6000) n")
        .update();
    // of every twelfth somebody has a sign to watch, of every third a loss, the last of some for
    // another reason
    jdbc.sql(
            """
            insert into signal (customer_id, kind, since, evidence)
            select id, 'volume-drop', date '2026-05-01', '{}' from customer where id % 12 < 2
            """)
        .update();
    lost(1, "quality", "id % 30 = 0");
    lost(2, "price", "id % 60 = 0");
    jdbc.sql(
            "insert into finding (lapse_id, customer_id, told_at, said, stated, said_by)"
                + " select id, customer_id, now(), array['stated'], known_reason, 'customer' from lapse")
        .update();
    jdbc.sql("analyze customer, customer_row, signal, lapse").update();
  }

  @AfterEach
  void asManyAsThereAre() {
    jdbc.sql("analyze customer, customer_row, signal, lapse").update();
  }

  @Test
  void nobodyIsToBeWatchedBeforeTheFirstNight() {
    assertThat(names(WATCH)).isEmpty();
    assertThat(customers.count(WATCH, boss)).isZero();
  }

  @Test
  void thoseToWatch() {
    jdbc.sql(
            "insert into night (day, state, node, finished_at) values (date '2026-06-01', 'done', 'n', now())")
        .update();
    var plain =
        """
        select ref from customer c
         where id % 12 < 2 and not exists (select from lapse where customer_id = c.id)
         order by lower(display_name), id
        """;
    assertThat(customers.countAll(WATCH, boss)).isEqualTo(all(plain).size()).isGreaterThan(800);
    assertThat(names(WATCH)).isEqualTo(all(plain).subList(0, 100));
    assertThat(plan(WATCH)).contains(" customer_row_standing");
  }

  @Test
  void thoseOfAReason() {
    var plain =
        "select ref from customer c where id % 30 = 0 and id % 60 > 0 order by lower(display_name), id";
    assertThat(customers.countAll(QUALITY, boss)).isEqualTo(all(plain).size()).isGreaterThan(90);
    assertThat(names(QUALITY)).isEqualTo(all(plain).subList(0, 90));
    assertThat(plan(QUALITY)).contains(" customer_row_reason");
  }

  private void lost(int number, String reason, String which) {
    jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency, known_reason, closed_on)
            select id, :number, 'REFUSED', date '2026-04-30', 'silent', date '2026-01-30', 100, 'EUR', :reason, date '2026-05-01'
              from customer where\s"""
                + which)
        .param("number", number)
        .param("reason", reason)
        .update();
  }

  private List<String> names(CustomerFilter filter) {
    var first = filter == WATCH ? 100 : 90;
    return customers.page(filter, null, first, boss).items().stream()
        .map(CustomerRow::ref)
        .toList();
  }

  private List<String> all(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }

  private String plan(CustomerFilter filter) {
    var sql = CustomerPieces.page(filter, filter.order().order(), true, boss);
    var plan =
        jdbc.sql("explain " + Pieces.limited(sql, 51))
            .params(filter.params())
            .params(Visible.to(boss))
            .param("today", java.time.LocalDate.of(2026, 6, 1));
    return String.join("\n", plan.query(String.class).list());
  }
}
