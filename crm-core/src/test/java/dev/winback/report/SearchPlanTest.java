package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.Search;
import dev.winback.testing.CoreTest;
import dev.winback.testing.ServersOwnPlans;
import dev.winback.testing.Stories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A telephone number is looked up by a plan that is kept: to make one takes ten times as long. */
@CoreTest
@ExtendWith(ServersOwnPlans.class)
class SearchPlanTest {

  private static final CustomerFilter NUMBER = CustomerFilter.searching("+49 30 1234567");

  @Autowired Stories stories;
  @Autowired CustomerLists customers;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @AfterEach
  void asManyAsThereAre() {
    jdbc.sql("analyze customer").update();
  }

  @Test
  void aNumberIsLookedUpByOnePlan() {
    var boss = stories.manager();
    jdbc.sql(
            """
            insert into customer (ref, name, phone, phone_e164)
            select 'C-' || n, 'Shop ' || n, '030 ' || n, '+49301' || n from generate_series(100001, 120000) n
            """)
        .update();
    jdbc.sql("analyze customer").update();
    // as many as where it was slow: the server takes its own count for what it is
    jdbc.sql("update pg_class set reltuples = 1000000 where oid = 'customer'::regclass").update();
    // the server keeps a plan from the sixth time on, if it thinks it good
    for (int n = 0; n < 25; n++) {
      customers.count(NUMBER, boss);
    }
    var kept =
        jdbc.sql(
                "select coalesce(max(generic_plans), 0) from pg_prepared_statements where statement like '%count(*)%number_runs%'")
            .query(Integer.class)
            .single();
    assertThat(kept).isGreaterThan(10);
  }

  /** Calling two workers took a hundred times as long as what they looked for. */
  @Test
  void aNumberIsLookedUpWithoutWorkers() {
    var words = Search.params("+49 301 100777");
    var plan =
        transaction.execute(
            status -> {
              jdbc.sql(
                      """
                      select set_config('parallel_setup_cost', '0', true), set_config('parallel_tuple_cost', '0', true),
                             set_config('min_parallel_table_scan_size', '0', true), set_config('enable_indexscan', 'off', true)
                      """)
                  .query((row, n) -> n)
                  .list();
              return jdbc.sql(
                      Search.in("explain select id from customer c where /*search*/", words))
                  .params(words)
                  .query(String.class)
                  .list();
            });
    assertThat(plan)
        .asString()
        .contains("customer_number_runs")
        .doesNotContain("Parallel Bitmap Heap Scan on customer n");
  }
}
