package dev.winback.web.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.nightly.NightlyRun;
import dev.winback.purchase.PurchasesRecorded;
import dev.winback.staff.Staff;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * MEA-05, RET-06, RET-10, OPS-02, MEA-10, CAL-33, CAL-36: pages of the time after a return, of
 * campaigns and of good customers, each with its names and its way back.
 */
@WebTest
class CarePagesTest {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;

  private long back;
  private long open;

  @BeforeEach
  void oneIsBackAndOneIsLost() {
    People.hire(staff);
    var returned = stories.aCustomer("K-1").named("Weber & <Co>").silentFor(100).save();
    stories.aCustomer("K-2").named("Otto").silentFor(110).save();
    nightly.run(MovableClock.START);
    transaction.executeWithoutResult(
        status -> {
          stories.purchase(returned, MovableClock.START, "20.00");
          events.publishEvent(new PurchasesRecorded(Set.of(returned)));
        });
    nightly.run(MovableClock.START);
    back = lapse("K-1");
    open = lapse("K-2");
  }

  private long lapse(String ref) {
    return jdbc.sql(
            "select l.id from lapse l join customer c on c.id = l.customer_id where c.ref = :ref")
        .param("ref", ref)
        .query(Long.class)
        .single();
  }

  @Test
  void theReportOfReturnsCountsMilestonesAndEachNumberOpensItsNames() throws Exception {
    var report = page("manager", "/reports/returns");
    assertThat(report.select("main tbody tr").first().text()).contains("Jun 2026", "1", "€20");
    assertThat(report.select("#again-title ~ .table-region tbody").text())
        .contains("91 %", "54 %", "96 %", "over 80 %");
    assertThat(
            page("manager", "/reports/returns/names?month=2026-06").select("main tbody tr").text())
        .contains("Weber & <Co>", "Fragile", "€20");
    assertThat(page("manager", "/reports/returns/names?what=year").select(".empty")).hasSize(1);
    assertThat(get("manager", "/reports/returns.csv"))
        .bodyText()
        .contains("2026-06-01,1,20.00,EUR,0,0,0,0");
    assertThat(get("manager", "/reports/returns/names?month=June")).hasStatus(422);
    for (var name : List.of("returns", "second-life")) {
      assertThat(get("manager", "/api/v1/reports/" + name))
          .bodyJson()
          .extractingPath("$.total.returned")
          .isEqualTo(1);
    }
  }

  @Test
  void aTestimonialIsWrittenDownListedExportedAndTakenBack() throws Exception {
    assertThat(page("manager", "/lapses/" + back).select("#t-words")).hasSize(1);
    assertThat(page("manager", "/lapses/" + open).select("#t-words")).isEmpty();
    var told =
        mvc.post()
            .uri("/lapses/" + back + "/testimonials")
            .param("state", "agreed")
            .param("words", "They listen")
            .param("signature", "Anna <W>")
            .with(user("manager"))
            .with(csrf())
            .exchange();
    assertThat(told).hasRedirectedUrl("/lapses/" + back);
    assertThat(page("marketing", "/testimonials").select("main .history").text())
        .contains("They listen", "as Anna <W>", "May be published");
    assertThat(get("marketing", "/testimonials.csv")).bodyText().contains("They listen,Anna <W>");
    assertThat(post("manager", "/testimonials/1/withdrawal")).hasRedirectedUrl("/testimonials");
    assertThat(page("manager", "/testimonials").select(".empty")).hasSize(1);
  }

  @Test
  void aCampaignIsMadeOfTheLostListAsItIsFilteredStartedAndTakenBack() throws Exception {
    assertThat(page("manager", "/lost?assignee=none").select("a[href^='/campaigns/new?']"))
        .isNotNull();
    assertThat(page("manager", "/campaigns/new?stage=open").select(".banner").text())
        .contains("One lapse will be on the list");
    var made =
        mvc.post()
            .uri("/campaigns?stage=open")
            .param("title", "Spring")
            .param("lead", "manager")
            .param("starts", "2026-06-01")
            .param("ends", "2026-06-30")
            .param("team", "rep")
            .param("budget", "500")
            .with(user("manager"))
            .with(csrf())
            .exchange();
    assertThat(made).hasRedirectedUrl("/campaigns/1");
    var campaign = page("manager", "/campaigns/1");
    assertThat(campaign.select("main").text())
        .contains("Otto", "Not contacted", "€500 of the budget is left");
    assertThat(post("manager", "/campaigns/1/start")).hasRedirectedUrl("/campaigns/1");
    assertThat(page("manager", "/campaigns").select("main table").text())
        .contains("Spent of the budget", "0 %");
    assertThat(page("rep", "/campaigns").select("main table").text())
        .doesNotContain("Spent of the budget");
    assertThat(page("rep", "/campaigns").select("main tbody tr").text())
        .contains("Spring", "Running");
    assertThat(page("rep2", "/campaigns").select(".empty")).hasSize(1);
    assertThat(get("manager", "/campaigns/1/lapses.csv")).bodyText().contains("K-2,Otto");
    assertThat(get("manager", "/campaigns.csv")).bodyText().contains("Spring,Running,Mona Manager");
    assertThat(post("manager", "/campaigns/1/draft")).hasRedirectedUrl("/campaigns/1");
    assertThat(page("manager", "/campaigns/1/edit").select("#field-title").val())
        .isEqualTo("Spring");
    assertThat(post("manager", "/campaigns/1/removal")).hasRedirectedUrl("/campaigns");
    assertThat(get("manager", "/campaigns/1")).hasStatus(404);
    assertThat(post("manager", "/campaigns/1/return")).hasRedirectedUrl("/campaigns/1");
  }

  @Test
  void aCampaignWithoutItsDaysIsShownAgainWithWhatWasTyped() throws Exception {
    var wrong =
        mvc.post()
            .uri("/campaigns")
            .param("title", "Spring")
            .param("lead", "manager")
            .with(user("manager"))
            .with(csrf())
            .exchange();
    assertThat(wrong).hasStatus(422);
    var form = Jsoup.parse(wrong.getResponse().getContentAsString());
    assertThat(form.select("#field-title").val()).isEqualTo("Spring");
    assertThat(form.select(".alert a").attr("href")).isEqualTo("#field-starts");
  }

  @Test
  void occasionsAreWrittenDownAndRefusedByField() throws Exception {
    assertThat(occasion("Fair", "2026-06-02")).hasRedirectedUrl("/occasions");
    assertThat(page("rep", "/occasions").select("main tbody tr").text()).contains("Fair", "VIPs");
    assertThat(occasion("", "2026-06-02")).hasStatus(422);
    assertThat(occasion("Fair", "soon")).hasStatus(422);
    assertThat(page("rep", "/care").select(".empty")).hasSize(1);
    assertThat(get("rep", "/care?kind=x")).hasStatus(422);
    assertThat(get("rep", "/care.csv")).hasStatusOk();
  }

  private MvcTestResult occasion(String title, String day) {
    return mvc.post()
        .uri("/occasions")
        .param("kind", "fair")
        .param("title", title)
        .param("starts", day)
        .param("audience", "vip")
        .with(user("manager"))
        .with(csrf())
        .exchange();
  }

  @Test
  void whomWeDroppedIsListedWithTheWayBack() throws Exception {
    assertThat(page("manager", "/refusals").select(".empty")).hasSize(1);
    assertThat(post("manager", "/lost/decisions?lapse=" + open + "&decision=not-worth"))
        .hasRedirectedUrl("/lost");
    assertThat(page("manager", "/refusals").select("main tbody tr").text()).contains("Otto");
    assertThat(get("manager", "/refusals.csv")).bodyText().contains("K-2,Otto");
    assertThat(post("manager", "/lost/reopenings?reason=now&lapse=" + open))
        .hasRedirectedUrl("/lapses/" + open);
    assertThat(page("manager", "/refusals").select(".empty")).hasSize(1);
  }

  private Document page(String login, String path) throws Exception {
    var result = get(login, path);
    assertThat(result).as(path).hasStatusOk();
    return Jsoup.parse(result.getResponse().getContentAsString());
  }

  private MvcTestResult get(String login, String path) {
    return mvc.get().uri(path).with(user(login)).exchange();
  }

  private MvcTestResult post(String login, String path) {
    return mvc.post().uri(path).with(user(login)).with(csrf()).exchange();
  }
}
