package dev.winback.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Pages, files and the API refuse a wrong day or period alike, in one sentence that says what is
 * right.
 */
@WebTest
class WrongDaysTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;

  @BeforeEach
  void aFirm() {
    stories.manager();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/reports/moves?kind=loss&until=2026-02-01&from=",
        "/reports/moves.csv?kind=loss&from=2026-02-01&until=",
        "/today?due=",
        "/today.csv?due=",
        "/letters/rungs/1/dry-run?day=",
        "/letters/rungs/1/dry-run.csv?day=",
        "/lost?from=",
        "/offers.csv?to=",
        "/reports/offers?from=",
        "/team?to=",
        "/categories/vip.csv?month=2026-0",
        "/api/v1/tasks?due=",
        "/api/v1/offers?from=",
        "/api/v1/ladder/rungs/1/dry-run?day=",
      })
  void whatIsNoDayIsAnsweredWithHowOneIsWritten(String address) {
    assertThat(get(address + "soon"))
        .as(address)
        .hasStatus(422)
        .bodyText()
        .contains("Write a day of the years 1900 to 2199 as year-month-day, such as 2026-06-05");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/reports/cohorts?from=",
        "/reports/losses.csv?to=",
        "/categories/vip?month=",
        "/categories/vip.csv?month=",
        "/categories/vip/moves?kind=joined&month=",
        "/api/v1/reports/orders?to=",
      })
  void whatIsNoMonthToo(String address) {
    assertThat(get(address + "soon"))
        .as(address)
        .hasStatus(422)
        .bodyText()
        .contains("Write a month of the years 1900 to 2199 as year-month, such as 2026-06");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/lost",
        "/lost.csv",
        "/reports/reasons",
        "/reports/reasons.csv",
        "/reports/offers",
        "/reports/offers.csv",
        "/reports/funnel",
        "/reports/romi.csv",
        "/reports/moves?kind=loss&until=2026-01-31",
        "/reports/moves.csv?kind=loss&until=2026-01-31",
        "/offers",
        "/offers.csv",
        "/team",
        "/team/calls.csv",
        "/letters/results",
        "/letters/results/names.csv?rung=1&what=all",
        "/api/v1/offers",
        "/api/v1/team",
        "/api/v1/reports/offers",
        "/api/v1/reports/funnel",
        "/api/v1/reports/ladder",
      })
  void turnedDaysAreNoPeriod(String address) {
    var sign = address.contains("?") ? "&" : "?";
    assertThat(get(address + sign + "from=2026-02-01&to=2026-01-31"))
        .as(address)
        .hasStatus(422)
        .bodyText()
        .contains("The period begins with 2026-02-01, after its end with 2026-01-31");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/reports/cohorts", "/reports/orders.csv", "/api/v1/reports/cohorts"})
  void turnedMonthsNeither(String address) {
    assertThat(get(address + "?from=2026-02&to=2026-01"))
        .as(address)
        .hasStatus(422)
        .bodyText()
        .contains("The period begins with 2026-02, after its end with 2026-01");
  }

  @Test
  void filesOfTheVipTableAreOfItsMonthWhenNothingIsSaid() {
    assertThat(get("/categories/vip.csv")).hasStatusOk();
    assertThat(get("/categories/vip/moves.csv?kind=joined")).hasStatusOk();
    assertThat(get("/categories/vip/moves"))
        .hasStatus(422)
        .bodyText()
        .contains("joined and dropped");
  }

  @Test
  void otherValuesThatCannotBeReadAreNamed() {
    assertThat(get("/settings/limits/simulations/1?after=x"))
        .hasStatus(422)
        .bodyText()
        .contains("The value of after could not be read: x.");
    assertThat(get("/director-letters/x")).hasStatus(404);
  }

  private MvcTestResult get(String address) {
    return mvc.get().uri(address).with(user("manager")).exchange();
  }
}
