package dev.winback.web.today;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.lapse.LapseId;
import dev.winback.staff.Actor;
import dev.winback.staff.Staff;
import dev.winback.task.Desk;
import dev.winback.task.TaskId;
import dev.winback.task.TaskKind;
import dev.winback.testing.Stories;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import dev.winback.why.Backgrounds;
import dev.winback.why.Findings;
import dev.winback.why.Looked;
import dev.winback.why.Telling;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the card says and sends, and where it leads (CAL-03, DEC-33, UND-02, UND-06). */
@WebTest
class CardFormTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired Desk desk;
  @Autowired Backgrounds backgrounds;
  @Autowired Findings findings;
  @Autowired JdbcClient jdbc;
  private Actor rep;
  private LapseId lapse;
  private TaskId task;

  @BeforeEach
  void aCall() {
    People.hire(staff);
    rep = staff.actor("rep");
    lapse = desk.lapse(stories.aCustomer("K-1").named("Weber").ownedBy(rep), rep, "900");
    task = desk.task(lapse, rep, TaskKind.CALL, MONDAY);
  }

  @Test
  void anOfferGivenBesideAnOpenPanelIsTheOutcome() {
    backgrounds.look(lapse, Looked.ALL, rep);
    jdbc.sql(
            """
            insert into customer_value (customer_id, purchases, visits, first_purchase, last_purchase,
                                        revenue, value_year, currency)
            select customer_id, 10, 10, '2025-01-01', '2026-01-01', 1000, 1000, 'EUR' from lapse
            """)
        .update();
    assertThat(log("rep", "result=refused&offer=discount:5&note=ten")).hasStatusOk();
    var call = jdbc.sql("select result, detail, next_on::text as next from call").query();
    assertThat(call.singleRow())
        .containsEntry("result", "offer_given")
        .containsEntry("detail", null);
    assertThat(jdbc.sql("select answer_by::text from offer_grant").query(String.class).single())
        .isEqualTo(
            jdbc.sql("select due_on::text from task where state = 'open'")
                .query(String.class)
                .single());
  }

  @Test
  void whoWorksAheadStaysOnThatDayAfterACallAndItsUndo() throws Exception {
    jdbc.sql("update task set due_on = '2026-06-02'").update();
    var other =
        desk.task(
            desk.lapse(stories.aCustomer("K-2"), rep, "800"),
            rep,
            TaskKind.CALL,
            MONDAY.plusDays(1));
    var ahead = page("rep", "/today?due=2026-06-02");
    assertThat(ahead.select("#call-form input[name=due]").val()).isEqualTo("2026-06-02");
    var logged = log("rep", "result=voicemail&due=2026-06-02");
    assertThat(logged.getResponse().getHeader("HX-Replace-Url")).isEqualTo("/today?due=2026-06-02");
    var answer = Jsoup.parseBodyFragment(logged.getResponse().getContentAsString());
    assertThat(answer.select("#call-form").attr("action")).contains("/" + other.value() + "/");
    var undone = post("rep", answer.select(".note form").attr("action"), "");
    assertThat(undone.getResponse().getHeader("HX-Replace-Url"))
        .isEqualTo("/today/" + task.value() + "?due=2026-06-02");
    assertThat(undone).bodyText().contains("name=\"due\"");
  }

  /** From a calendar, a banner or an undo: on the telephone with one, the screen shows no other. */
  @Test
  void aCardThatIsAskedForIsShownOnWhicheverDayItIs() throws Exception {
    var ahead = meetingOn("2026-06-04");
    var other = page("rep", "/today").select("details.others a[hx-get]").attr("href");
    var script = other.replaceAll(".*(script=[^&]*).*", "?$1");
    for (var path : List.of("", script, "?due=2026-06-02")) {
      var page = page("rep", "/today/" + ahead.value() + path);
      assertThat(page.select("#call-form").attr("action")).as(path).contains("/" + ahead.value());
      assertThat(page.select("#call-form input[name=due]").val()).isEqualTo("2026-06-04");
    }
    var far = page("rep", "/today/" + task.value() + "?due=2026-06-08");
    assertThat(far.select("#call-form input[name=due]").val()).isEqualTo("2026-06-08");
  }

  private TaskId meetingOn(String day) {
    var loss = desk.lapse(stories.aCustomer("K-2"), rep, "800");
    return desk.task(loss, rep, TaskKind.MEETING, LocalDate.parse(day));
  }

  @Test
  void whoWorksAheadStaysThereWithAnotherScriptALoginAndTheUndoOfADelay() throws Exception {
    meetingOn("2026-06-02");
    var card = page("rep", "/today/" + task.value() + "?due=2026-06-02");
    for (var script : card.select("details.others a[hx-get]")) {
      assertThat(script.attr("href")).contains("due=2026-06-02");
      assertThat(script.attr("hx-get")).contains("due=2026-06-02");
    }
    assertThat(card.select("details.others a[hx-get]")).isNotEmpty();
    assertThat(card.select("#call-form").attr("data-again")).contains("due=2026-06-02");
    var late =
        post(
            "rep",
            "/tasks/" + task.value() + "/postpone",
            "reason=tired&next=%2B1d&due=2026-06-02");
    var undo = Jsoup.parse(text(late)).select(".note form").attr("action");
    assertThat(post("rep", undo, "").getResponse().getHeader("HX-Replace-Url"))
        .isEqualTo("/today/" + task.value() + "?due=2026-06-02");
  }

  @Test
  void whoWorksInTheQueueOfARepStaysThere() {
    var logged = log("manager", "result=voicemail&queue=rep");
    assertThat(logged.getResponse().getHeader("HX-Replace-Url")).isEqualTo("/today?member=rep");
  }

  @Test
  void aFinalNoHasNoReasonBeforeSomebodyGivesOne() throws Exception {
    var reason = page("rep", "/today").selectFirst("#panel-no [name=reason]");
    assertThat(reason.hasAttr("required")).isTrue();
    assertThat(reason.selectFirst("option").val()).isEmpty();
    assertThat(reason.select("[selected]")).isEmpty();
  }

  @Test
  void aGuessThatHeEndsWithStaysAGuess() throws Exception {
    findings.tell(lapse, Telling.of(Map.of("real", "price", "saidBy", "guess"), List.of()), rep);
    var panel = page("rep", "/today").selectFirst("#panel-no");
    assertThat(panel.select("[name=reason] [selected]").val()).isEqualTo("price");
    assertThat(panel.select("[name=saidBy] [selected]").val()).isEqualTo("guess");
    assertThat(log("rep", "result=final_no&reason=price&saidBy=guess")).hasStatusOk();
    assertThat(jdbc.sql("select said_by from finding where current").query(String.class).single())
        .isEqualTo("guess");
  }

  @Test
  void theStoryHasComplaintsAndRequestsToo() throws Exception {
    jdbc.sql(
            """
            insert into complaint (customer_id, source, external_id, complained_at, text)
            select customer_id, 'shop', 'k', '2026-03-09T10:00Z', 'late again' from lapse
            """)
        .update();
    jdbc.sql(
            """
            insert into request (customer_id, source, external_id, requested_at, subject)
            select customer_id, 'shop', 'q', '2026-04-02T10:00Z', 'ten boxes' from lapse
            """)
        .update();
    assertThat(page("rep", "/today").select(".story .facts-list li").eachText())
        .contains("2 Apr 26 Request ten boxes", "9 Mar 26 Complaint late again");
  }

  @Test
  void silenceIsAsBadAsTheLossAndNotAsANumberOfDays() throws Exception {
    jdbc.sql("update lapse set silent_since = '2026-04-25'").update();
    assertThat(silence()).as("lost after 37 days").contains("danger");
    jdbc.sql("update lapse set stage = 'LATE', lost_on = null, silent_since = '2025-06-01'")
        .update();
    assertThat(silence()).as("late after a year").contains("warning").doesNotContain("danger");
  }

  private String silence() throws Exception {
    return page("rep", "/today").selectFirst(".call .top .chip").className();
  }

  private MvcTestResult log(String login, String form) {
    return post(login, "/tasks/" + task.value() + "/calls", form);
  }

  private MvcTestResult post(String login, String path, String form) {
    return mvc.post()
        .uri(path)
        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
        .content(form)
        .header("HX-Request", "true")
        .with(user(login))
        .with(csrf())
        .exchange();
  }

  private Document page(String login, String path) throws Exception {
    var result = mvc.get().uri(path).with(user(login)).exchange();
    assertThat(result).hasStatusOk();
    return Jsoup.parse(result.getResponse().getContentAsString());
  }

  private static String text(MvcTestResult result) throws Exception {
    return result.getResponse().getContentAsString();
  }
}
