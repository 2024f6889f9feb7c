package dev.winback.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.signal.Profiles;
import dev.winback.staff.Actor;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.value.Values;
import dev.winback.web.testing.WebTest;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The model page and its JSON say what is in force and warn of what is not to be believed. */
@WebTest
class ModelPageTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired Values values;
  @Autowired MovableClock clock;

  @Autowired Profiles limits;
  @Autowired JdbcClient jdbc;

  private Actor boss;

  @BeforeEach
  void start() {
    boss = stories.manager();
    stories.marketing();
    stories.rep("ann");
  }

  private Document page() throws java.io.UnsupportedEncodingException {
    var answer = mvc.get().uri("/reports/model").with(user("manager")).exchange();
    assertThat(answer).hasStatusOk();
    return Jsoup.parse(answer.getResponse().getContentAsString());
  }

  private void customers(int number, int silentFrom) {
    for (int i = 0; i < number; i++) {
      stories
          .aCustomer("K-" + i)
          .buyingEvery(15 + i % 20)
          .times(2 + i % 9)
          .amount(10 + i + ".00")
          .silentFor(silentFrom + i * 11 % 300)
          .save();
    }
  }

  @Test
  void beforeTheFirstNightThePageSaysWhatToDo() throws Exception {
    var page = page();
    assertThat(page.select(".empty a").attr("href")).isEqualTo("/settings/nights");
    assertThat(page.select("table:not(dialog table)")).isEmpty();
    assertThat(mvc.get().uri("/api/v1/reports/model").with(user("manager")))
        .bodyJson()
        .extractingPath("$.state")
        .isEqualTo("NOT_FITTED");
  }

  @Test
  void withTooLittleHistoryTheDefaultRuleIsNamed() throws Exception {
    customers(29, 10);
    values.refit(clock.today());
    assertThat(page().select(".alert-warning").text())
        .contains("29 customers have ordered on more than one day; 30 are needed")
        .contains("default rule")
        .contains("late after 90 days of silence or 1.5 of their own gaps, lost after 180 or 3");
    limits.change("", Map.of("classes", "45,90,180", "lostClass", "90", "lateTimes", "2"), boss);
    assertThat(page().select(".alert-warning").text())
        .contains("late after 45 days of silence or 2 of their own gaps, lost after 90 or 3");
  }

  @Test
  void aModelIsShownWithItsFiguresAndItsTest() throws Exception {
    customers(45, 0);
    values.refit(clock.today());
    var page = page();
    assertThat(page.select("main h1").text()).isEqualTo("Model of buying");
    assertThat(page.text()).contains("1 Jun 2026").contains("45");
    assertThat(page.select("#retest").text()).contains("nobody was asked whose 13 weeks are over");
    assertThat(page.select("section:has(#late-title) tbody tr")).hasSize(10);
    assertThat(page.select("section:has(#first-title) tbody tr th").eachText())
        .containsExactly("All");
    assertThat(page.select("#bins tbody tr")).hasSize(10);
    assertThat(page.select("dl.facts dd").first().text()).startsWith("r ");
  }

  /** The days are those of the shares by which detection goes. */
  @Test
  void theDaysOfLatenessFollowTheLimits() throws Exception {
    customers(45, 0);
    values.refit(clock.today());
    var before = page().select("section:has(#late-title) tbody td").eachText();
    assertThat(page().text())
        .contains("90 % ordered by day")
        .contains("before 3 of their own gaps");
    limits.change("", Map.of("lateShare", "0.06", "lostTimes", "4"), boss);
    assertThat(page().text())
        .contains("94 % ordered by day")
        .contains("before 4 of their own gaps");
    assertThat(page().select("section:has(#late-title) tbody td").eachText()).isNotEqualTo(before);
  }

  /** The model of money takes for granted that how often and for how much are independent. */
  @Test
  void whereThoseWhoBuyOftenBuyForMoreThePageSaysThatValuesAreRough() throws Exception {
    customers(45, 0);
    values.refit(clock.today());
    assertThat(page().text()).doesNotContain("Who buys often also buys");
    jdbc.sql(
            """
            update purchase p set amount = 20 * (select count(*) from purchase o where o.customer_id = p.customer_id)
                                         + p.id % 7
            """)
        .update();
    values.refit(clock.today());
    assertThat(page().text()).contains("otherwise large or small amounts (correlation 1.00)");
  }

  /** From 200 customers on nobody is expected to spend the mean of all the next time. */
  @Test
  void whoHasBoughtOnceIsExpectedToSpendByHisFirstOrder() throws Exception {
    customers(220, 0);
    values.refit(clock.today());
    assertThat(page().text())
        .containsPattern(
            "expected to spend between €[0-9.]+ and €[0-9.]+ the next time, by the first order");
  }

  @Test
  void whatFailedItsTestIsWarnedOfWithWhatIsUsedInstead() throws Exception {
    for (int i = 0; i < 40; i++) {
      stories.aCustomer("Y-" + i).buyingEvery(9).times(3).silentFor(i % 9).save();
    }
    values.refit(clock.today());
    var warning = page().select(".alert-warning");
    assertThat(warning.select("h2").text()).isEqualTo("Do not trust this forecast");
    assertThat(warning.select("li").eachText())
        .contains(
            "The history is too short to test it on your own past. It takes about half a year.");
    assertThat(warning.text()).contains("bare model");
  }

  @Test
  void scriptsReadTheNumbers() {
    customers(45, 0);
    values.refit(clock.today());
    var answer = assertThat(mvc.get().uri("/api/v1/reports/model").with(user("marketing")));
    var json = answer.hasStatusOk().bodyJson();
    json.extractingPath("$.inForceSince").isEqualTo("2026-06-01");
    json.extractingPath("$.customers").isEqualTo(45);
    json.extractingPath("$.rhythm.ranking.alpha").asNumber().isNotNull();
    json.extractingPath("$.late.length()").isEqualTo(10);
    json.extractingPath("$.spending.mean").asString().matches("\\d+\\.\\d\\d");
    json.extractingPath("$.backTest.bins.length()").isEqualTo(10);
    json.extractingPath("$.backTest.all.auc").asNumber().isNotNull();
  }

  @Test
  void theTablesAreExported() throws Exception {
    customers(45, 0);
    values.refit(clock.today());
    var answer = mvc.get().uri("/reports/model.csv").with(user("manager")).exchange();
    assertThat(answer).hasStatusOk();
    assertThat(answer.getResponse().getContentAsString().lines())
        .hasSize(1 + 10 + 1 + 1 + 1 + 10 + 1)
        .anyMatch(line -> line.startsWith("All,45,"));
    assertThat(mvc.get().uri("/reports/model.xlsx").with(user("manager"))).hasStatusOk();
  }

  @Test
  void repsAreNotShownTheWayThere() throws Exception {
    customers(1, 10);
    var manager = mvc.get().uri("/reports").with(user("manager")).exchange();
    assertThat(manager.getResponse().getContentAsString()).contains("/reports/model");
    var rep = mvc.get().uri("/reports").with(user("ann")).exchange();
    assertThat(rep.getResponse().getContentAsString()).doesNotContain("/reports/model");
    assertThat(mvc.get().uri("/reports/model").with(user("ann"))).hasStatus(403);
  }
}
