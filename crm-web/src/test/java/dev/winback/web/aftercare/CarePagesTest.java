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
    assertThat(told).hasRedirectedUrl("/lapses/" + back + "#testimonial-title");
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

  private long shows(String kind) {
    return jdbc.sql(
            """
            with c as (
              update customer set owner_id = (select id from member where login = 'rep') where ref = 'K-1' returning id, owner_id
            ), s as (
              insert into signal (customer_id, kind, since, evidence)
              select id, :kind, date '2026-06-01', '{"month":"2026-05","list":6,"amount":"50.00","currency":"EUR"}' from c
            )
            insert into good_contact (customer_id, kind, mark, due_on, member_id, weight)
            select id, 'sign', :kind, date '2026-06-07', owner_id, 1200 from c returning id
            """)
        .param("kind", kind)
        .query(Long.class)
        .single();
  }

  /** look.md: red is overdue, the same everywhere. */
  @Test
  void whatIsOverdueIsMarkedAsSuch() throws Exception {
    shows("fallen-vip");
    assertThat(page("rep", "/care").select("main .chip.danger")).isEmpty();
    jdbc.sql("update good_contact set due_on = date '2026-05-31'").update();
    assertThat(page("rep", "/care").select("main .chip.danger").text()).isEqualTo("overdue");
  }

  @Test
  void aFallenVipStandsInTheQueueWithHisCardAndTheOutcomeClosesIt() throws Exception {
    long id = shows("fallen-vip");
    assertThat(page("rep", "/today").select("a[href=/care/" + id + "]").text())
        .contains("Weber & <Co>", "Fallen VIP");
    var card = page("rep", "/care/" + id);
    assertThat(card.select("main .why li").text()).contains("VIP");
    assertThat(card.select("#aim").val()).contains("ask why");
    assertThat(put("/care/" + id + "/aim", "aim", "Ask who sells to him now")).hasStatusOk();
    assertThat(page("rep", "/care/" + id).select("#aim").val())
        .isEqualTo("Ask who sells to him now");
    assertThat(post("/care/" + id + "/missed?note=Monday")).hasRedirectedUrl("/care");
    assertThat(page("rep", "/care/" + id).text()).contains("Called once");
    assertThat(page("rep", "/care/" + id).select("#note").text()).isEqualTo("Monday");
    assertThat(post("/care/" + id + "/unmissed")).hasRedirectedUrl("/care");
    assertThat(
            mvc.post()
                .uri("/care/" + id + "/done")
                .param("channel", "phone")
                .with(user("rep"))
                .with(csrf()))
        .hasRedirectedUrl("/care");
    assertThat(page("rep", "/today").select("a[href^=/care/]")).isEmpty();
    assertThat(get("rep", "/care/" + id)).hasStatus(404);
  }

  @Test
  void theNumberStandsBesideTheHourOfTheCustomerAndTheNoteIsKept() throws Exception {
    long id = shows("fallen-vip");
    jdbc.sql(
            "update customer set phone = '+1 212 5550100', time_zone = 'America/New_York' where ref = 'K-1'")
        .update();
    assertThat(page("rep", "/care").select("main li").text()).contains("06:00 there");
    assertThat(page("rep", "/care/" + id).select(".dial").text()).contains("06:00 there");
    assertThat(put("/care/" + id + "/note", "note", "wants <tea>")).hasStatusOk();
    var card = page("rep", "/care/" + id);
    assertThat(card.select("#note").val()).isEqualTo("wants <tea>");
    assertThat(card.select("#note").attr("hx-put")).isEqualTo("/care/" + id + "/note");
    assertThat(card.select("#noted").text()).isNotEmpty();
  }

  @Test
  void theFigureOfAnOccasionOpensItsOwnContacts() throws Exception {
    occasion("Fair", "2026-06-02");
    var link = page("manager", "/occasions").select("main td.num a").attr("href");
    assertThat(link).isEqualTo("/care?kind=occasion&occasion=1");
    assertThat(page("manager", link).select(".empty")).hasSize(1);
    assertThat(get("manager", link.replace("/care?", "/care.csv?"))).hasStatusOk();
  }

  private MvcTestResult put(String address, String name, String value) {
    return mvc.put().uri(address).param(name, value).with(user("rep")).with(csrf()).exchange();
  }

  private MvcTestResult post(String address) {
    return post("rep", address);
  }

  @Test
  void theMonthSaysHowManyVipsStillWaitAndWhoHasNobody() throws Exception {
    jdbc.sql(
            """
            insert into customer_category (customer_id, abc, xyz, vip, fallen, candidate, priority_group, value)
            select id, 'A', 'X', true, false, false, 1, 100 from customer where ref = 'K-1'
            on conflict (customer_id) do update set vip = true
            """)
        .update();
    jdbc.sql("delete from vip_owed").update();
    jdbc.sql("insert into vip_owed values (0, 1)").update();
    var month = page("manager", "/care").select("#month");
    assertThat(month.text())
        .contains("one VIP still waits", "22 working days are left, so 1 a day");
    assertThat(month.select("a").attr("href")).isEqualTo("/customers?vip=true&owner=nobody");
    jdbc.sql("delete from contact").update();
    for (var owner : List.of("null", "'marketing'", "'manager'")) {
      jdbc.sql(
              "update customer set owner_id = (select id from member where login = %s)"
                  .formatted(owner))
          .update();
      assertThat(page("manager", "/customers?vip=true&owner=nobody").select("#list tbody tr"))
          .as(owner)
          .hasSize(owner.equals("'manager'") ? 0 : 1);
    }
    jdbc.sql("update aftercare_setting set contacts = 0").update();
    assertThat(page("manager", "/care").select("#month a[href=/settings/aftercare]")).hasSize(1);
  }

  @Test
  void theManagersMondayNamesTheNewSignsEachWithItsList() throws Exception {
    shows("fallen-vip");
    var link = page("manager", "/").select("#signs a").first();
    assertThat(link.text()).isEqualTo("Fallen VIP: 1");
    var list = page("manager", link.attr("href"));
    assertThat(list.select("#list tbody tr")).hasSize(1);
    assertThat(list.select("#since").text()).contains("Sign since 26 May 2026");
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
        .hasRedirectedUrl("/lapses/" + open + "#decision");
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
