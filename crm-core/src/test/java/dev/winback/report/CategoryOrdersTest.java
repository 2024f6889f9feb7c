package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.lapse.Visible;
import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Within a category the one who brings most is first, for who sees all and for who sees some: what
 * the pages show one after the other is what one look at the categories themselves shows.
 */
@CoreTest
class CategoryOrdersTest {

  private static final String SEEN = Sql.of(Visible.class, "visible.sql");

  @Autowired Stories stories;
  @Autowired CustomerLists customers;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private Actor boss;
  private Actor dora;

  @BeforeEach
  void manyBringTheSameAndSomeHaveNoCategory() {
    boss = stories.manager();
    stories.rep("anna");
    dora = stories.rep("dora");
    jdbc.sql(
            """
            insert into customer (ref, name, owner_id)
            select 'C-' || n, 'Name ' || n * 7919 % 151, case n % 5 when 0 then :dora when 1 then :boss end
              from generate_series(1, 240) n;
            insert into customer_category (customer_id, abc, xyz, vip, fallen, candidate, second, priority_group, value, a_by)
            select id, (array['A', 'B', 'C', 'D'])[1 + id % 4], (array['X', 'Y', 'Z'])[1 + id / 4 % 3], id % 6 = 0, id % 10 = 0, id % 11 = 0,
                   case when id % 8 = 0 then 'shrunk' end, 1 + id / 3 % 4, id % 9, case when id % 4 = 0 then 1 else 0 end
              from customer where id % 13 > 0;
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency, assignee, assigned_on, owner_key)
            select id, 1, 'LATE', date '2026-03-01', 'silent', date '2026-01-01', 1, 'EUR', :dora, date '2026-03-01', owner_key
              from customer where id % 7 = 0;
            update customer set erased_at = now(), name = 'erased' where id % 50 = 1;
            delete from customer_category k using customer c where c.id = k.customer_id and c.erased_at is not null;
            """)
        .param("dora", dora.member())
        .param("boss", boss.member())
        .update();
    jdbc.sql("analyze customer_row").update();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          abc=A             | k.abc = 'A'
          abc=D             | k.abc = 'D'
          xyz=Y             | k.xyz = 'Y'
          abc=B&xyz=Z       | k.abc = 'B' and k.xyz = 'Z'
          vip=true          | k.vip
          abc=C&vip=false   | k.abc = 'C' and not k.vip
          xyz=X&vip=false   | k.xyz = 'X' and not k.vip
          abc=A&vip=true    | k.abc = 'A' and k.vip
          vip=fallen        | k.fallen
          vip=candidate     | k.candidate
          group=3           | k.priority_group = 3
          group=2&abc=B     | k.priority_group = 2 and k.abc = 'B'
          aBy=amount        | k.a_by & 1 > 0
          abc=A&stage=late  | k.abc = 'A' and c.stage = 'LATE'
          xyz=Z&q=name 1    | k.xyz = 'Z' and c.name like 'Name 1%'
          """)
  void theOneWhoBringsMostIsFirst(String query, String where) {
    for (var actor : List.of(boss, dora)) {
      var filter = CustomerFilter.of(query);
      var plain = plain(where, actor);
      assertThat(plain).hasSizeGreaterThan(1);
      assertThat(walked(filter, actor)).isEqualTo(plain);
      assertThat(customers.countAll(filter, actor)).isEqualTo(plain.size());
      assertThat(customers.count(filter, 2, actor)).isEqualTo(2);
    }
    var file = new ArrayList<String>();
    customers.export(CustomerFilter.of(query), boss, row -> file.add(row.ref()));
    assertThat(file).isEqualTo(plain(where, boss));
  }

  private List<String> plain(String where, Actor actor) {
    return jdbc.sql(
            """
            select c.ref from customer_category k join customer_row c on c.id = k.customer_id
             where %s and (%s) order by k.value desc, k.customer_id desc
            """
                .formatted(where, actor == boss ? "true" : SEEN))
        .params(Visible.to(actor))
        .query(String.class)
        .list();
  }

  private List<String> walked(CustomerFilter filter, Actor actor) {
    var all = new ArrayList<String>();
    @Nullable String after = null;
    do {
      var page = customers.page(filter, after, 7, actor);
      page.items().forEach(row -> all.add(row.ref()));
      after = page.next();
    } while (after != null);
    return all;
  }

  @Test
  void eachPageIsReadInTheOrderOfValue() {
    assertThat(plan("abc=A", boss))
        .contains("using customer_row_cell")
        .doesNotContain("Sort Key: c.");
    assertThat(plan("xyz=X", boss)).contains("using customer_row_cell");
    assertThat(plan("group=4", boss)).contains("using customer_row_group");
    assertThat(plan("vip=true", boss)).contains("using customer_row_vip");
    assertThat(plan("abc=A", dora))
        .contains("using customer_row_owner_category", "using customer_row_worker_category");
  }

  private String plan(String query, Actor actor) {
    var filter = CustomerFilter.of(query);
    var sql = CustomerPieces.page(filter, filter.order().order(), true, actor);
    var explained =
        jdbc.sql("explain (costs off) " + Pieces.limited(sql, 8))
            .params(filter.params())
            .params(Visible.to(actor))
            .param("today", LocalDate.of(2026, 6, 1));
    return transaction.execute(
        tx -> {
          jdbc.sql("set local enable_bitmapscan = off; set local enable_seqscan = off").update();
          return String.join("\n", explained.query(String.class).list());
        });
  }
}
