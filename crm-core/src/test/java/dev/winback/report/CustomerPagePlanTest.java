package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.lapse.Visible;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A page reads the rows of the list in its order, and nothing else of them. */
@CoreTest
class CustomerPagePlanTest {

  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  private Actor boss;

  @BeforeEach
  void aSmallFirm() {
    boss = stories.manager();
    jdbc.sql(
            "insert into customer (ref, name, kind) select 'C-' || n, 'Name ' || n * 7919 % 10007, 'bar' from generate_series(1, 3000) n")
        .update();
    jdbc.sql(
            """
            insert into customer_value (customer_id, purchases, visits, first_purchase, last_purchase, revenue, value_year, currency)
            select id, 3, 3, date '2025-01-01', date '2026-05-01', 300, 100, 'EUR' from customer
            """)
        .update();
    jdbc.sql(
            """
            insert into customer_category (customer_id, abc, xyz, vip, fallen, candidate, priority_group, value)
            select id, 'B', 'X', false, false, false, 3, 100 from customer
            """)
        .update();
    jdbc.sql("update customer set owner_id = :boss where id % 20 = 0")
        .param("boss", boss.member())
        .update();
    jdbc.sql("analyze customer, customer_row, customer_value, customer_category").update();
  }

  @AfterEach
  void asManyAsThereAre() {
    jdbc.sql("analyze customer, customer_row, customer_value, customer_category").update();
  }

  @Test
  void aPageIsARangeOfAnIndexInEachOrder() {
    assertThat(plan("")).contains("Scan using customer_row_name").doesNotContain("signal");
    assertThat(plan("sort=value")).contains("Scan using customer_row_value");
    assertThat(plan("kind=bar")).contains("Scan using customer_row_kind");
    assertThat(plan("stage=prospect")).contains("Scan using customer_row_standing");
    assertThat(plan("owner=" + boss.login())).contains("using customer_row_owner");
  }

  @Test
  void whoIsFoundByAnAddressIsLookedUp() {
    assertThat(plan("q=anna@example.org"))
        .containsPattern("Scan (using|on) customer_row_pkey")
        .doesNotContain("Seq Scan on customer", "member owner");
  }

  @Test
  void wordsAreLookedForInCustomersAndTheirRowsAreRead() {
    assertThat(plan("q=anna"))
        .contains("on customer c")
        .containsPattern("(using|on) customer_row_pkey");
  }

  private String plan(String query) {
    var filter = CustomerFilter.of(query);
    var sql = CustomerPieces.page(filter, filter.order().order(), true, boss);
    return String.join(
        "\n",
        jdbc.sql("explain (costs off) " + sql.replace(":limit", "50"))
            .params(filter.params())
            .params(Visible.to(boss))
            .param("today", LocalDate.of(2026, 6, 1))
            .query(String.class)
            .list());
  }
}
