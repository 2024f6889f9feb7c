package dev.winback.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.report.FunnelSteps;
import dev.winback.staff.Staff;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.net.URI;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The recovery funnel as a page, a file and an answer; each step opens its losses. */
@WebTest
class FunnelPageTest {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired FunnelSteps steps;

  /** Three losses; one customer bought again. */
  @BeforeEach
  void threeLosses() {
    People.hire(staff);
    for (var ref : new String[] {"A", "B", "C"}) {
      jdbc.sql(
              """
              insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency, returned_on, credit)
              values (:c, 1, :stage, :day - 9, 'silent', :day - 99, 500, 'EUR', :back, :credit)
              """)
          .param("c", stories.aCustomer(ref).neverBought().save().value())
          .param("day", clock.today())
          .param("stage", ref.equals("A") ? "RETURNED" : "LOST")
          .param("back", ref.equals("A") ? clock.today() : null)
          .param("credit", ref.equals("A") ? "none" : null)
          .update();
    }
    steps.settle(clock.today());
  }

  @Test
  void eachStepOpensSoManyLosses() throws Exception {
    var page = page("/reports/funnel");
    assertThat(page.select("#funnel-title").text()).contains("1 of 3 lapses");
    var links = page.select("#funnel a");
    assertThat(links.eachText()).containsExactly("3", "1", "1", "1", "1", "1");
    for (var link : links) {
      assertThat(page(link.attr("href")).select("main tbody tr"))
          .hasSize(Integer.parseInt(link.text()));
    }
    var names = page("/reports/funnel/names?step=alone&abc=");
    assertThat(names.select("main tbody tr")).hasSize(1);
    assertThat(names.select("main").text())
        .contains("Noticed from 2 Jun 2025 to 1 Jun 2026", "Ordered before anybody had called");
  }

  @Test
  void thePageTheFileAndTheAnswerSayTheSame() throws Exception {
    assertThat(get("/reports/funnel.csv")).bodyText().contains("Lost,3", "Ordered,1");
    assertThat(get("/reports/funnel/names.csv").getResponse().getContentAsString().lines())
        .hasSize(4);
    assertThat(get("/api/v1/reports/funnel"))
        .bodyJson()
        .hasPathSatisfying("$.asOf", path -> path.assertThat().isNotNull())
        .hasPathSatisfying("$.lost", path -> path.assertThat().isEqualTo(3))
        .hasPathSatisfying("$.currency", path -> path.assertThat().isEqualTo("EUR"))
        .hasPathSatisfying(
            "$.lostYear", path -> path.assertThat().asString().matches("\\d+\\.\\d\\d"))
        .hasPathSatisfying("$.ordered", path -> path.assertThat().isEqualTo(1));
  }

  @Test
  void aWrongFilterIsRefusedBeforeAFileIsOpened() {
    assertThat(get("/reports/funnel.csv?abc=D")).hasStatus(422);
    assertThat(get("/reports/funnel/names.csv?step=9")).hasStatus(422);
    for (var day : new String[] {"soon", "-999999999-01-01", "%2B999999999-01-01"}) {
      assertThat(get("/reports/funnel?from=" + day)).as(day).hasStatus(422);
      assertThat(get("/team?from=" + day)).as(day).hasStatus(422);
      assertThat(get("/reports/moves.csv?kind=loss&until=2026-01-01&from=" + day))
          .as(day)
          .hasStatus(422);
    }
    for (var left : new String[] {"", "?kind=loss", "?kind=loss&from=2026-01-01"}) {
      assertThat(get("/reports/moves" + left)).as(left).hasStatus(422);
      assertThat(get("/reports/moves.csv" + left)).as(left).hasStatus(422);
    }
    assertThat(nothing()).hasStatusOk().bodyText().contains("No lapse was noticed");
  }

  private MvcTestResult nothing() {
    return get("/reports/funnel?from=2001-01-01&to=2001-12-31");
  }

  private Document page(String path) throws Exception {
    var result = get(path);
    assertThat(result).as(path).hasStatusOk();
    return Jsoup.parse(result.getResponse().getContentAsString());
  }

  private MvcTestResult get(String path) {
    return mvc.get().uri(URI.create(path)).with(user("manager")).exchange();
  }
}
