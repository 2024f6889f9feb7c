package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.nightly.NightlyRun;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.ServersOwnPlans;
import dev.winback.testing.Stories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the rows of the lost list cost who writes them and who reads a page of them. */
@CoreTest
@ExtendWith(ServersOwnPlans.class)
class LostRowPlansTest {

  private record Plans(long own, long kept) {}

  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void theRowsOfFewCustomersAreWrittenByOnePlan() {
    stories.aCustomer("K-1").silentFor(121).save();
    nightly.run(clock.today());
    // the driver lets the server keep a statement from its fifth time on
    for (int n = 0; n < 20; n++) {
      var city = "Lyon " + n;
      transaction.executeWithoutResult(
          tx -> jdbc.sql("update customer set city = :city").param("city", city).update());
    }
    assertThat(plans().kept()).isPositive();
    assertThat(plans().own()).isZero();
  }

  @Test
  void aPageOfAllLossesCanBeReadInItsOrder() {
    var page =
        "explain select name from lost_row where %s order by value_year desc, id desc limit 51";
    var plan =
        transaction.execute(
            tx -> {
              jdbc.sql("set local enable_sort = off").update();
              return jdbc.sql(page.formatted("stage <> 'MERGED'")).query(String.class).list();
            });
    assertThat(plan).noneMatch(line -> line.contains("Sort"));
    assertThat(plan).anyMatch(line -> line.contains("using lost_row_value "));
  }

  private Plans plans() {
    return jdbc.sql(
            """
            select coalesce(sum(custom_plans), 0) as own, coalesce(sum(generic_plans), 0) as kept
              from pg_prepared_statements where statement like '%insert into lost_row%any ($1%'
            """)
        .query(Plans.class)
        .single();
  }
}
