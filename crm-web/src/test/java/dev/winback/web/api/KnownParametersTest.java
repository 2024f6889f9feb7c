package dev.winback.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A filter that a list does not have is refused: left out, it would answer with everybody. */
@WebTest
class KnownParametersTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;

  @BeforeEach
  void hire() {
    stories.manager();
  }

  @ParameterizedTest
  @CsvSource({
    "/letters?state=failed, state, status",
    "/customers?category=A, category, abc",
    "/imports?kind=customers, kind, type",
    "/lapses?status=LOST, status, stage",
    "/reports/losses?until=2026-01, until, to",
    "/ladder?rung=1, rung, no filter"
  })
  void anUnknownFilterIsNamedWithThoseThatThereAre(String address, String wrong, String known) {
    assertThat(get(address)).hasStatus(422).bodyText().contains("\"" + wrong + "\\\"", known);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/letters?status=failed&limit=5",
        "/customers?abc=A&sort=name&limit=5",
        "/imports?type=customers&state=done",
        "/tasks?due=2026-06-01",
        "/lapses?stage=LOST",
        "/reports/orders?from=2026-01&to=2026-03",
        "/reports/losses?to=2026-03",
        "/reports/funnel?from=2026-01-01&to=2026-03-31&abc=A",
        "/reports/ladder?from=2026-01-01",
        "/ladder"
      })
  void whatAListHasIsTaken(String address) {
    assertThat(get(address)).hasStatusOk();
  }

  @Test
  void returnsAreThoseOfTheMonthsThatAreAskedFor() {
    assertThat(get("/reports/second-life?from=2026-02&to=2026-03"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.months[*].month")
        .asArray()
        .isSubsetOf("2026-02-01", "2026-03-01");
    assertThat(get("/reports/second-life?from=2026-03&to=2026-02")).hasStatus(422);
  }

  private MvcTestResult get(String address) {
    return mvc.get()
        .uri("/api/v1" + address)
        .with(httpBasic("manager", Stories.PASSWORD))
        .exchange();
  }
}
