package dev.winback.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * api.md, {@code GET /reports/{name}?from=&to=}: one period, by days or months, fits all reports.
 */
@WebTest
class OnePeriodTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "losses",
        "members",
        "reasons",
        "funnel",
        "ladder",
        "offers",
        "categories",
        "cohorts",
        "second-life"
      })
  void everyReportTakesTheSamePeriod(String report) {
    stories.manager();
    assertThat(ask(report, "2026-01-01", "2026-05-31")).hasStatusOk();
    assertThat(ask(report, "2026-05-31", "2026-01-01")).hasStatus(422);
    assertThat(ask(report, "never", "2026-05-31")).hasStatus(422);
  }

  private org.springframework.test.web.servlet.assertj.MvcTestResult ask(
      String report, String from, String to) {
    return mvc.get()
        .uri("/api/v1/reports/{report}?from={from}&to={to}", report, from, to)
        .with(user("manager"))
        .exchange();
  }
}
