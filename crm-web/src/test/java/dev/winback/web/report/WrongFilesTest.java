package dev.winback.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A file is opened after its filter was read: what it cannot mean is refused, not half a file. */
@WebTest
class WrongFilesTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/campaigns.csv?state=bogus",
        "/campaigns/{id}/lapses.csv?show=bogus",
        "/refusals.csv?show=bogus",
        "/fragile.csv?show=bogus",
        "/reports/returns/names.csv?what=bogus",
        "/reports/returns/names.csv?month=bogus",
        "/offers.csv?state=bogus",
        "/offers.csv?from=bogus",
        "/promises.csv?state=bogus",
        "/complaints.csv?state=bogus",
        "/confirmations.csv?state=bogus",
        "/lost.csv?work=bogus",
        "/lost.csv?min=bogus",
        "/lost.csv?from=bogus",
        "/lost.csv?event=bogus",
        "/lost.xlsx?signal=bogus",
        "/customers.csv?abc=bogus",
        "/customers.csv?stage=bogus",
        "/customers.csv?signal=bogus",
        "/customers.csv?sort=bogus",
        "/team/plans.csv?state=bogus",
        "/team.csv?from=bogus",
        "/team/calls.csv?state=bogus",
        "/team/calls.csv?from=bogus",
        "/alarms.csv?state=bogus",
        "/reports/funnel.csv?abc=bogus",
        "/reports/funnel/names.csv?step=bogus",
        "/reports/romi.csv?from=bogus",
        "/reports/romi/names.csv?part=bogus",
        "/reports/cohorts.csv?from=bogus",
        "/reports/cohorts/names.csv?cohort=bogus",
        "/reports/cohorts/names.csv?cohort=2026-01&unit=bogus",
        "/reports/cohorts/names.csv?cohort=2026-01&since=bogus",
        "/reports/orders.csv?to=bogus",
        "/reports/orders/names.csv?month=bogus",
        "/reports/orders/names.csv?month=2026-01&who=bogus",
        "/reports/payments.csv?show=bogus",
        "/reports/reasons.csv?by=bogus",
        "/reports/reasons.csv?from=bogus",
        "/reports/offers.csv?by=bogus",
        "/ideas.csv?source=bogus",
        "/care.csv?kind=bogus",
        "/letters/list.csv?status=bogus",
        "/letters/results/names.csv?what=bogus",
        "/letters/carts.csv?state=bogus",
        "/reports/moves.csv?kind=bogus&from=2026-01-01&until=2026-02-01"
      })
  void aWrongWordIsRefused(String address) {
    stories.manager();
    var answer =
        mvc.get().uri(address.replace("{id}", "" + campaign())).with(user("manager")).exchange();
    assertThat(answer).as(address).hasStatus(422);
  }

  private long campaign() {
    return jdbc.sql(
            """
            insert into campaign (title, lead_id, starts_on, ends_on, created_by, created_at)
            select 'Spring', id, date '2026-06-01', date '2026-06-30', id, now() from member where login = 'manager'
            returning id
            """)
        .query(Long.class)
        .single();
  }
}
