package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** DET-21: silence is counted to the last night, and of a loss that is over to the day it was. */
@CoreTest
class DaysOfSilenceTest {

  private static final LocalDate DAY = MovableClock.START;

  @Autowired Stories stories;
  @Autowired LostCustomers lost;
  @Autowired JdbcClient jdbc;

  @ParameterizedTest
  @CsvSource({
    "LOST, , , 100",
    "RETURNED, 2026-05-02, , 70",
    "RETURNED, 2026-05-02, 2026-05-20, 70",
    "REFUSED, , 2026-05-12, 80"
  })
  void theyEndWithTheLoss(String stage, LocalDate returned, LocalDate closed, int days) {
    var customer = stories.aCustomer().silentFor(100).save();
    jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, lost_on, value_year, currency, owner_key,
                               returned_on, credit, closed_on)
            select id, 1, :stage, date '2026-05-01', 'silent', :since, date '2026-05-01', 10, 'EUR', owner_key,
                   :returned, case when cast(:returned as date) is not null then 'none' end, :closed
              from customer where id = :customer;
            insert into night (day, state, node, finished_at) values (:day, 'done', 'n', now());
            """)
        .param("customer", customer.value())
        .param("stage", stage)
        .param("since", DAY.minusDays(100))
        .param("returned", returned)
        .param("closed", closed)
        .param("day", DAY)
        .update();
    var row = lost.page(LostFilter.of("stage=all"), null, 5, stories.manager()).items().get(0);
    assertThat(row.days()).isEqualTo(days);
  }
}
