package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.lapse.Visible;
import dev.winback.shared.Paged;
import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The lists of who sees his own customers and those whom he works for are found in several ways,
 * and show what one look at all of them shows: the same rows in the same order, each once.
 */
@CoreTest
class ListsOfAMemberTest {

  private static final String SEEN = Sql.of(Visible.class, "visible.sql");
  private static final String OPEN = "l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')";
  private static final String WON = "l.stage in ('RETURNED', 'RESTORED', 'SAFE')";

  private static final String REPS =
      "(select row_number() over (order by id) - 1 as place, id from member where role = 'REP')";

  @Autowired Stories stories;
  @Autowired CustomerLists customers;
  @Autowired LostCustomers lost;
  @Autowired Figures figures;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private Actor dora;

  @BeforeEach
  void manyAreOwnedAndWorkedForBySeveral() {
    for (var other : List.of("anna", "bert", "carl")) {
      stories.rep(other);
    }
    // the last of them: among several who work for one customer not the first
    dora = stories.rep("dora");
    jdbc.sql(
            """
            insert into customer (ref, name, owner_id)
            select 'C-' || n, 'Name ' || n * 7919 % 151, r.id
              from generate_series(1, 300) n left join /*reps*/ r on r.place = n % 6;
            insert into customer_value (customer_id, purchases, visits, first_purchase, last_purchase, revenue, value_year, currency)
            select id, 3, 3, date '2025-01-01', date '2026-05-01', 300, id % 40, 'EUR' from customer where id % 7 > 0;
            insert into signal (customer_id, kind, since, evidence)
            select id, 'volume-drop', date '2026-05-01', '{}' from customer where id % 4 = 0;
            insert into night (day, state, node, finished_at) values (date '2026-06-01', 'done', 'n', now());
            """
                .replace("/*reps*/", REPS))
        .update();
    lapses(
        1,
        "(array['RETURNED', 'SAFE', 'REFUSED', 'FALSE_ALARM'])[1 + c.id % 4]",
        "c.id % 3 < 2",
        "c.id / 5");
    lapses(2, "(array['RESTORED', 'NOT_WANTED'])[1 + c.id % 2]", "c.id % 6 < 2", "c.id / 11");
    lapses(
        3,
        "(array['LATE', 'LOST', 'DECIDED', 'WORKING'])[1 + c.id / 3 % 4]",
        "c.id % 2 = 0",
        "c.id / 7");
    jdbc.sql(
            """
            insert into lapse_worth (lapse_id, customer_id, unasked, chance, chance_low, chance_high, channel, percent, second_life, offer, effort,
              gain, verdict)
            select id, customer_id, 0.1, 0.1, 0.1, 0.1, 'call', 10, 10, 5, 10, id % 30, 'return' from lapse where number = 3 and id % 5 > 0;
            update customer set erased_at = now(), name = 'erased' where id % 50 = 1
              and not exists (select from lapse where customer_id = customer.id and number = 3);
            insert into task (lapse_id, customer_id, member_id, kind, state, due_on, weight)
            select l.id, l.customer_id, r.id, 'far_contact', case when l.id % 3 = 0 then 'done' else 'open' end, date '2026-07-01', 1
              from lapse l join customer c on c.id = l.customer_id join /*reps*/ r on r.place = l.id % 5
             where l.stage = 'REFUSED' and c.erased_at is null;
            """
                .replace("/*reps*/", REPS))
        .update();
    jdbc.sql("analyze customer_row, lost_row").update();
  }

  private void lapses(int number, String stage, String which, String assignee) {
    jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency, closed_on, returned_on, credit,
                               assignee, assigned_on, owner_key)
            select x.id, :number, x.stage, date '2026-03-01' + x.id::int %% 20, 'silent', date '2026-01-01' + x.id::int %% 30, x.id %% 60,
                   case when x.id %% 9 = 0 then 'USD' else 'EUR' end, case when not l.open then date '2026-04-01' end,
                   case when l.won then date '2026-04-01' end, case when l.won then 'none' end,
                   r.id, case when r.id is not null then date '2026-03-02' end, x.owner_key
              from (select c.id, c.owner_key, %s as stage, (%s) %% 5 as rep from customer c where %s) x
             cross join lateral (select x.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING') as open,
                                        x.stage in ('RETURNED', 'RESTORED', 'SAFE') as won) l
              left join %s r on r.place = x.rep
            """
                .formatted(stage, assignee, which, REPS))
        .param("number", number)
        .update();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''               | true                                          | c.sort_name, c.id
          sort=value       | true                                          | c.value_year desc nulls last, c.id desc
          stage=watch      | c.standing = 'WATCH'                          | c.sort_name, c.id
          stage=lost&sort=value | c.stage = 'LOST'                         | c.value_year desc nulls last, c.id desc
          stage=active     | c.standing = 'ACTIVE'                         | c.sort_name, c.id
          signal=volume-drop | c.id % 4 = 0                                | c.sort_name, c.id
          signal=volume-drop&sort=value | c.id % 4 = 0                     | c.value_year desc nulls last, c.id desc
          q=name 12        | c.name like 'Name 12%'                        | c.sort_name, c.id
          q=name 1&sort=value | c.name like 'Name 1%'                      | c.value_year desc nulls last, c.id desc
          q=c-77           | c.ref = 'C-77'                                | c.sort_name, c.id
          """)
  void theirCustomers(@Nullable String query, String where, String order) {
    var filter = CustomerFilter.of(query == null ? "" : query);
    var plain = refs("from customer_row c where " + SEEN + " and " + where + " order by " + order);
    assertThat(walked(after -> customers.page(filter, after, 7, dora), CustomerRow::ref))
        .isEqualTo(plain);
    assertThat(customers.countAll(filter, dora)).isEqualTo(plain.size());
    var file = new ArrayList<String>();
    customers.export(filter, dora, row -> file.add(row.ref()));
    assertThat(file).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''               | true                           | l.value_year desc, l.id desc
          sort=gain        | true                           | w.gain desc nulls last, l.id desc
          sort=days        | true                           | l.silent_since, l.id
          sort=opened      | true                           | l.opened_on desc, l.id desc
          sort=name        | true                           | lower(c.display_name), l.id
          stage=decided    | l.stage = 'DECIDED'            | l.value_year desc, l.id desc
          signal=volume-drop | l.customer_id % 4 = 0            | l.value_year desc, l.id desc
          signal=volume-drop&sort=days | l.customer_id % 4 = 0 | l.silent_since, l.id
          assignee=bert    | l.assignee = (select id from member where login = 'bert') | l.value_year desc, l.id desc
          q=name 12        | c.display_name like 'Name 12%' | l.value_year desc, l.id desc
          """)
  void theirLosses(@Nullable String query, String where, String order) {
    assertLosses(query, OPEN + " and " + where, order);
  }

  @Test
  void theirLossesThatAreOver() {
    assertLosses("stage=won", WON + " and c.erased_at is null", "l.value_year desc, l.id desc");
    assertLosses("stage=all&sort=name", "c.erased_at is null", "lower(c.display_name), l.id");
    assertLosses(
        "stage=refused",
        "l.stage = 'REFUSED' and c.erased_at is null",
        "l.value_year desc, l.id desc");
  }

  private void assertLosses(@Nullable String query, String where, String order) {
    var filter = LostFilter.of(query == null ? "" : query);
    var plain =
        refs(
            "from lapse l join customer c on c.id = l.customer_id left join lapse_worth w on w.lapse_id = l.id where "
                + SEEN
                + " and "
                + where
                + " order by "
                + order,
            "c.ref || ' ' || l.id");
    assertThat(plain).hasSizeGreaterThan(3);
    assertThat(
            walked(
                after -> lost.page(filter, after, 7, dora), row -> row.ref() + " " + row.lapse()))
        .isEqualTo(plain);
    assertThat(lost.count(filter, dora)).isEqualTo(plain.size());
  }

  @Test
  void theirMoney() {
    var plain =
        jdbc.sql(
                """
                select l.currency, count(*) filter (where %1$s) as open, count(*) filter (where l.stage = 'LATE') as late, sum(l.value_year) filter (where %1$s) as value_year,
                       count(*) filter (where %2$s) as won
                  from lapse l join customer c on c.id = l.customer_id
                 where c.erased_at is null and %3$s
                 group by l.currency order by l.currency
                """
                    .formatted(OPEN, WON, SEEN))
            .param("member", dora.member())
            .query(Stake.class)
            .list();
    assertThat(figures.stakes(dora)).isEqualTo(plain).hasSize(2).allMatch(stake -> stake.won() > 0);
  }

  @Test
  void eachWayIsReadInTheOrderOfThePage() {
    assertThat(plan("")).contains("customer_row_owner ", "customer_row_worker ");
    assertThat(plan("sort=value"))
        .contains("customer_row_owner_value ", "customer_row_worker_value ");
    assertThat(plan("stage=lost")).contains("AND (standing = 'LOST'::text)");
  }

  private String plan(String query) {
    var filter = CustomerFilter.of(query);
    var sql = CustomerPieces.page(filter, filter.order().order(), true, dora);
    var explained =
        jdbc.sql("explain (costs off) " + Pieces.limited(sql, 8))
            .params(filter.params())
            .params(Visible.to(dora))
            .param("today", LocalDate.of(2026, 6, 1));
    return transaction.execute(
        tx -> {
          jdbc.sql("set local enable_bitmapscan = off; set local enable_seqscan = off").update();
          return String.join("\n", explained.query(String.class).list());
        });
  }

  private List<String> refs(String from) {
    return refs(from, "c.ref");
  }

  private List<String> refs(String from, String what) {
    return jdbc.sql("select " + what + " " + from)
        .param("member", dora.member())
        .query(String.class)
        .list();
  }

  private static <R> List<String> walked(
      Function<@Nullable String, Paged<R>> pages, Function<R, String> shown) {
    var all = new ArrayList<String>();
    var page = pages.apply(null);
    page.items().forEach(row -> all.add(shown.apply(row)));
    while (page.next() != null) {
      page = pages.apply(page.next());
      page.items().forEach(row -> all.add(shown.apply(row)));
    }
    return all;
  }
}
