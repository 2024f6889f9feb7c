package dev.winback.web.romi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.customer.CustomerId;
import dev.winback.letter.LetterOutcomes;
import dev.winback.romi.RomiCases;
import dev.winback.romi.RomiReport;
import dev.winback.staff.Staff;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.Arms;
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

/** ROMI of all returns as a page, files and an answer (MEA-04); each number opens its cases. */
@WebTest
class RomiPageTest {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired RomiCases cases;
  @Autowired RomiReport report;
  @Autowired LetterOutcomes outcomes;

  /** Two returns of 100 with a letter each, one of them helped; a third letter brought nothing. */
  @BeforeEach
  void twoReturns() {
    People.hire(staff);
    for (var credit : new String[] {"letter", "none", ""}) {
      long customer = stories.aCustomer("Z-" + credit).neverBought().save().value();
      boolean back = !credit.isEmpty();
      var day = clock.today().minusDays(20);
      if (back) {
        stories.purchase(new CustomerId(customer), day, "100");
      }
      jdbc.sql(
              """
              with l as (
                insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency, returned_on, credit)
                values (:c, 1, :stage, :day - 90, 'silent', :day - 180, 500, 'EUR', :back, :credit) returning id)
              insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, sent_at)
              select id, :c, 1, 'SENT', 10, 1, :day - 1, (:day - 1)::timestamp from l
              """)
          .param("c", customer)
          .param("stage", back ? "RETURNED" : "LOST")
          .param("day", day)
          .param("back", back ? day : null)
          .param("credit", back ? credit : null)
          .update();
    }
    outcomes.settle(clock.today());
    cases.settle(clock.today());
  }

  @Test
  void eachNumberOpensSoManyCases() throws Exception {
    var page = page("/reports/romi");
    // 60.00 of margin for three letters of 0.05
    assertThat(page.select("#romi-title").text()).contains("ROMI 39,900 %");
    assertThat(page.text()).contains("For 2 of these returns", "Nothing was kept back");
    var links = page.select("#romi a");
    assertThat(links.eachText()).containsExactly("1", "1", "0", "0", "3", "0", "0");
    for (var link : links) {
      assertThat(page(link.attr("href")).select("main tbody tr"))
          .hasSize(Integer.parseInt(link.text()));
    }
  }

  @Test
  void thePageTheFilesAndTheAnswerSayTheSame() throws Exception {
    assertThat(get("/reports/romi.csv"))
        .bodyText()
        .contains("Letters about lapses,3,0.15,EUR", "\"ROMI, percent\",,39900,");
    assertThat(text("/reports/romi/names.csv?part=letters").lines()).hasSize(4);
    assertThat(get("/reports/romi.xlsx")).hasStatusOk();
    assertThat(get("/reports/romi/names.xlsx?part=alone")).hasStatusOk();
    assertThat(get("/api/v1/reports/romi"))
        .bodyJson()
        .hasPathSatisfying("$.asOf", path -> path.assertThat().isEqualTo("" + report.day()))
        .hasPathSatisfying("$.margin", path -> path.assertThat().isEqualTo("60.00"))
        .hasPathSatisfying("$.cost", path -> path.assertThat().isEqualTo("0.15"))
        .hasPathSatisfying("$.romiPercent", path -> path.assertThat().isEqualTo(39_900))
        .hasPathSatisfying("$.helpedRomiPercent", path -> path.assertThat().isEqualTo(19_900))
        .hasPathSatisfying("$.running", path -> path.assertThat().isEqualTo(2))
        .hasPathSatisfying("$.comparison", path -> path.assertThat().isNull());
  }

  @Test
  void aComparisonIsToldInWordsWithItsInterval() throws Exception {
    new Arms(jdbc, outcomes, clock.today()).make(100, 80, 70, 7);
    var told = page("/reports/romi").select("section:has(#arms-title)").text();
    assertThat(told)
        .contains("brings more")
        .contains(
            "70.0 more came back",
            "anything from 37.7 to 84.1 is possible (planned check 1 of 4, an interim")
        .contains("€2,100 of margin", "as much as €1,403 to €2,797 is possible")
        .contains("100 lapses were written to and 70 kept back by lot");
    for (var arm : page("/reports/romi").select("section:has(#arms-title) a")) {
      assertThat(page(arm.attr("href")).text())
          .containsPattern("(100|70) letters since the first one");
    }
    assertThat(get("/reports/romi.csv"))
        .bodyText()
        .contains("Lapses kept back to compare, their 60 days over\",70,,")
        .contains("Margin that came by the letters,,2100.00,EUR", "at least,,1402.86,EUR");
    assertThat(get("/api/v1/reports/romi"))
        .bodyJson()
        .hasPathSatisfying("$.comparison.verdict", path -> path.assertThat().isEqualTo("WORKS"))
        .hasPathSatisfying("$.comparison.treatedOver", path -> path.assertThat().isEqualTo(100))
        .hasPathSatisfying(
            "$.comparison.low",
            path -> path.assertThat().asNumber().matches(low -> low.doubleValue() > 0))
        .hasPathSatisfying("$.comparison.margin", path -> path.assertThat().isEqualTo("2100.00"));
  }

  @Test
  void beforeTheFirstLookOnlyWhatIsMissingIsTold() throws Exception {
    new Arms(jdbc, outcomes, clock.today()).make(12, 4, 6, 1);
    var told = page("/reports/romi").select("section:has(#arms-title)").text();
    assertThat(told).contains("too early", "Planned check 1 of 4 comes when the 60 days of about");
    assertThat(told).doesNotContain("margin", "ROMI", "more came back");
    assertThat(get("/api/v1/reports/romi"))
        .bodyJson()
        .hasPathSatisfying("$.comparison.verdict", path -> path.assertThat().isEqualTo("TOO_EARLY"))
        .hasPathSatisfying("$.comparison.margin", path -> path.assertThat().isNull());
  }

  /** look.md, "ROMI by offer": an interval that holds gain and loss proves neither. */
  @Test
  void whereLossIsPossibleTooTheChanceIsNotProven() throws Exception {
    new Arms(jdbc, outcomes, clock.today()).make(100, 14, 70, 7);
    assertThat(page("/reports/romi").select("section:has(#arms-title)").text())
        .contains("not proven The chance that it paid");
  }

  /** Four of a hundred against half of those kept back. */
  @Test
  void aLetterThatDrivesCustomersAwayIsToldTheOtherWayRound() throws Exception {
    new Arms(jdbc, outcomes, clock.today()).make(100, 4, 70, 42);
    assertThat(page("/reports/romi").select("section:has(#arms-title)").text())
        .contains("brings less", "56.0 fewer came back than of those kept back")
        .containsPattern("anything from [0-9.]+ to [0-9.]+ fewer is possible");
  }

  @Test
  void aPeriodWithoutAnythingSaysSo() throws Exception {
    var page = page("/reports/romi?from=2001-01-01&to=2001-12-31");
    assertThat(page.select(".empty").text()).contains("nobody came back and nothing was spent");
    assertThat(page.select("#romi")).isEmpty();
    assertThat(get("/reports/romi?from=soon")).hasStatus(422);
    assertThat(get("/reports/romi/names?part=rent")).hasStatus(422);
    assertThat(get("/reports/romi?from=2026-02-01&to=2026-01-31")).hasStatus(422);
  }

  private String text(String path) throws Exception {
    return get(path).getResponse().getContentAsString();
  }

  private Document page(String path) throws Exception {
    assertThat(get(path)).as(path).hasStatusOk();
    return Jsoup.parse(text(path));
  }

  private MvcTestResult get(String path) {
    return mvc.get().uri(URI.create(path)).with(user("manager")).exchange();
  }
}
