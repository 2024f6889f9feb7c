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

/** A page by name looks up its own rows, and not what all customers of a small firm have. */
@CoreTest
class CustomerPagePlanTest {

  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  private Actor boss;

  @BeforeEach
  void aSmallFirm() {
    boss = stories.manager();
    jdbc.sql(
            "insert into customer (ref, name) select 'C-' || n, 'Name ' || n * 7919 % 10007 from generate_series(1, 3000) n")
        .update();
    jdbc.sql(
            """
            insert into customer_value (customer_id, purchases, visits, first_purchase, last_purchase, last_purchase_id, revenue, value_year, currency)
            select id, 3, 3, date '2025-01-01', date '2026-05-01', 0, 300, 100, 'EUR' from customer
            """)
        .update();
    jdbc.sql(
            """
            insert into customer_category (customer_id, abc, xyz, vip, fallen, candidate, priority_group, value)
            select id, 'B', 'X', false, false, false, 3, 100 from customer
            """)
        .update();
    jdbc.sql("analyze customer, customer_value, customer_category").update();
  }

  @AfterEach
  void asManyAsThereAre() {
    jdbc.sql("analyze customer, customer_value, customer_category").update();
  }

  @Test
  void aPageReadsItsOwnRows() {
    assertThat(plan("", false))
        .contains("customer_display_name", "customer_value_pkey", "customer_category_pkey")
        .doesNotContain("Seq Scan on customer", "signal");
  }

  @Test
  void theOwnerOfOneWhoIsFoundByAnAddressIsLookedUp() {
    assertThat(plan("q=anna@example.org", false)).doesNotContain("member owner");
    assertThat(plan("q=anna", false)).contains("member owner");
  }

  @Test
  void whereSomebodyStandsIsLookedForWhenItIsAsked() {
    assertThat(plan("", true)).contains("signal");
  }

  private String plan(String query, boolean stands) {
    var filter = CustomerFilter.of(query);
    var sql = CustomerPieces.byName(filter, filter.order().order(), true, stands, boss);
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
