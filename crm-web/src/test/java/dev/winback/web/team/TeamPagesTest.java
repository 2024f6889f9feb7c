package dev.winback.web.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.lapse.LapseId;
import dev.winback.nightly.NightlyRun;
import dev.winback.staff.Actor;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * The pages of a manager's work with his people: DEC-22, DEC-23, DEC-26, DEC-35, DEC-36, DEC-37,
 * CAL-29, CAL-30, CAL-34, MEA-03, MEA-13, OPS-01.
 */
@WebTest
class TeamPagesTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  private Actor ann;
  private LapseId lapse;

  @BeforeEach
  void aLoss() {
    stories.admin();
    stories.manager();
    ann = stories.rep("ann");
    stories.rep("bob");
    stories.aCustomer("K-1").named("Weber & <Co>").ownedBy(ann).silentFor(121).save();
    nightly.run(clock.today());
    lapse = new LapseId(jdbc.sql("select id from lapse").query(Long.class).single());
  }

  private Document page(String who, String path) throws Exception {
    var result = mvc.get().uri(path).with(user(who)).exchange();
    assertThat(result).as(path).hasStatusOk();
    return Jsoup.parse(result.getResponse().getContentAsString());
  }

  private MvcTestResult post(String who, String path, Map<String, String> form) {
    var type = MediaType.APPLICATION_FORM_URLENCODED;
    var request = mvc.post().uri(path).contentType(type).with(user(who)).with(csrf());
    form.forEach(request::param);
    return request.exchange();
  }

  private String at(String end) {
    return "/lapses/" + lapse.value() + end;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/team",
        "/team/promises",
        "/team/calls",
        "/team/returns",
        "/team/plans",
        "/team/feedback",
        "/team/swaps",
        "/team/handovers",
        "/lost?work=untouched",
        "/lost?work=uncontacted",
        "/settings/programme",
        "/settings/members"
      })
  void eachPageStandsAlsoWhenItIsEmpty(String path) throws Exception {
    assertThat(page("manager", path).select("main h1")).hasSize(1);
  }

  @Test
  void thePickerSaysWhyNotAndTheChanceIsShownLowerAfterAnOverride() throws Exception {
    var picker = page("manager", at("")).select("#field-member label");
    assertThat(picker.first().text()).contains("Ann", "lost the customer");
    assertThat(post("manager", at("/assignment"), Map.of("member", "ann")))
        .hasRedirectedUrl(at("#giving"));
    var form = Map.of("member", "ann", "override", "knows him best");
    var given = post("manager", at("/assignment"), form);
    var undo = given.getMvcResult().getFlashMap().get("undo").toString();
    assertThat(post("manager", undo, Map.of())).hasRedirectedUrl(at(""));
    assertThat(page("manager", at("")).select("#giving").text()).doesNotContain("knows him best");
    post("manager", at("/assignment"), form);
    assertThat(page("manager", at("")).select("#giving").text())
        .contains("Given against a rule: knows him best", "the chance is shown lower");
  }

  /** DEC-24: the newcomer, and whoever reads the loss, sees with whom he works. */
  @Test
  void withWhomANewcomerWorksIsShownWhereverHeWorks() throws Exception {
    var bob = jdbc.sql("select id from member where login = 'bob'").query(Long.class).single();
    jdbc.sql("update member set seniority = 'NOVICE' where id = :bob").param("bob", bob).update();
    jdbc.sql(
            "insert into customer_category (customer_id, abc, xyz, vip, fallen, candidate, priority_group, value) select id, 'B', 'Y', false, false, false, 2, 100 from customer on conflict (customer_id) do update set abc = 'B', vip = false, priority_group = 2")
        .update();
    var given = post("manager", at("/assignment"), Map.of("member", "bob", "together", "true"));
    assertThat(given.getMvcResult().getFlashMap().get("refusedGiving")).isNull();
    jdbc.sql(
            """
            insert into task (lapse_id, customer_id, member_id, kind, state, due_on, weight)
            select id, customer_id, assignee, 'call', 'open', :day, 1 from lapse on conflict do nothing
            """)
        .param("day", clock.today())
        .update();
    assertThat(page("bob", at("")).select("#giving").text()).contains("Together with Manager");
    assertThat(page("bob", "/today").select(".call").text()).contains("Together with Manager");
    assertThat(mvc.get().uri("/api/v1" + at("")).with(user("bob")).exchange())
        .bodyJson()
        .extractingPath("$.together")
        .isEqualTo("manager");
  }

  @Test
  void aRuleThatStandsAgainstItIsSaidAboveTheForm() throws Exception {
    var refused = post("manager", at("/assignment"), Map.of("member", "ann"));
    assertThat(refused.getMvcResult().getFlashMap().get("refusedGiving").toString())
        .contains("lost the customer");
  }

  @Test
  void whatWasTypedIsStillThereWhenItIsRefused() throws Exception {
    var long501 = "A step with many words ".repeat(30);
    var day = clock.today().plusDays(1).toString();
    var plan = post("bob", at("/plan"), Map.of("what", long501, "member", "bob", "dueOn", day));
    assertThat(plan).hasStatus(422).bodyText().contains("A step with many words");
    var standing = "/settings/members/" + ann.member() + "/standing";
    assertThat(post("admin", standing, Map.of("capacity", "-3", "region", "North of the river")))
        .hasStatus(422)
        .bodyText()
        .contains("North of the river");
    assertThat(post("manager", "/team/calls/1/feedback", Map.of("positive", "so ".repeat(400))))
        .satisfies(refused -> assertThat(refused.getResponse().getStatus()).isIn(404, 422));
  }

  @Test
  void aRefusedHandoverKeepsItsReason() throws Exception {
    var form = Map.of("member", "ann", "reason", "They know each other", "customer", "true");
    var typed = post("manager", at("/transfer"), form).getMvcResult().getFlashMap();
    assertThat(typed.get("refusedGiving")).isNotNull();
    var page =
        mvc.get()
            .uri(at(""))
            .with(user("manager"))
            .flashAttr("refusedGiving", "No")
            .flashAttr("givingTyped", typed.get("givingTyped"))
            .exchange();
    var html = Jsoup.parse(page.getResponse().getContentAsString());
    assertThat(html.select("#field-transfer").val()).isEqualTo("They know each other");
    assertThat(html.select("#field-to option[selected]").val()).isEqualTo("ann");
  }

  @Test
  void planVisitAndSheetStandOnThePageOfTheLoss() throws Exception {
    var day = clock.today().plusDays(2).toString();
    post("bob", at("/plan"), Map.of("what", "Send a sample", "member", "bob", "dueOn", day));
    post("manager", at("/visits"), Map.of("at", day + "T10:00", "questions", "Which price?"));
    var plan = page("bob", at("")).select("#plan").text();
    assertThat(plan).contains("Send a sample", "Which price?", "We were there");
    var done = page("bob", at("")).select("#plan form[action$=/done]").attr("action");
    assertThat(post("bob", done, Map.of())).hasStatus3xxRedirection();
    assertThat(page("bob", at("")).select("#plan form[action$=/open]")).hasSize(1);
    assertThat(page("manager", at("/sheet")).select("main").text())
        .contains("Weber & <Co>", "Which price?", "Send a sample", "To ask");
    assertThat(page("manager", "/team").select("main").text()).contains("Sheet for the visit");
    var task = page("bob", "/today?due=" + day).select("main").text();
    assertThat(task).contains("Weber & <Co>");
  }

  @Test
  void aPauseIsShownWithItsEndAndEndsByOneClick() throws Exception {
    var day = clock.today().plusDays(3);
    post("bob", at("/pause"), Map.of("until", day.toString()));
    assertThat(page("bob", at("")).select("#giving .banner").text()).contains("Cooling down");
    assertThat(post("bob", at("/pause/end"), Map.of())).hasStatus3xxRedirection();
    assertThat(page("bob", at("")).select("#giving .banner")).isEmpty();
  }

  /** DEC-36: the page and a script are told the same. */
  @ParameterizedTest
  @CsvSource({"3, true, true", "2, true, false", "3, false, false"})
  void afterAHotConflictAPauseIsProposed(String severity, String human, boolean proposed)
      throws Exception {
    var said =
        Map.of("stated", "price", "saidBy", "customer", "severity", severity, "human", human);
    assertThat(post("bob", at("/reasons"), said)).hasStatus3xxRedirection();
    var day = page("bob", at("")).select("#field-until").val();
    assertThat(day.isEmpty()).isEqualTo(!proposed);
    var asked = mvc.get().uri("/api/v1" + at("/pause")).with(user("bob")).exchange();
    assertThat(asked).bodyJson().extractingPath("$.proposed").isEqualTo(proposed ? day : null);
    var until = clock.today().plusDays(5).toString();
    post("bob", at("/pause"), Map.of("until", until));
    var paused = mvc.get().uri("/api/v1" + at("/pause")).with(user("bob")).exchange();
    assertThat(paused).bodyJson().extractingPath("$.proposed").isNull();
    assertThat(paused).bodyJson().extractingPath("$.until").isEqualTo(until);
  }

  @Test
  void aWordOnACallReachesTheRep() throws Exception {
    jdbc.sql(
            """
            insert into task (lapse_id, customer_id, member_id, kind, state, due_on)
            select id, customer_id, assignee, 'call', 'open', :day from lapse on conflict do nothing
            """)
        .param("day", clock.today())
        .update();
    jdbc.sql(
            """
            with told as (
              insert into contact (customer_id, source, external_id, contacted_at, channel, member_id, reached, lapse_id)
              select max(customer_id), 'story', 'c', :now, 'phone', max(member_id), true, max(lapse_id) from task
              returning id)
            insert into call (task_id, lapse_id, customer_id, member_id, result, called_at, contact_id)
            select max(t.id), max(t.lapse_id), max(t.customer_id), max(t.member_id), 'talked', :now, max(told.id)
              from task t cross join told
            """)
        .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
        .update();
    long call = jdbc.sql("select max(id) from call").query(Long.class).single();
    assertThat(page("manager", "/team/calls").select("main tbody tr")).hasSize(1);
    var list = "/team/calls?member=bob&state=talks";
    assertThat(page("manager", list).select("#call-" + call + " [name=back]").val())
        .isEqualTo(list);
    var words = Map.of("positive", "Calm <b>voice</b>", "back", list);
    var told = post("manager", "/team/calls/" + call + "/feedback", words);
    assertThat(told).hasRedirectedUrl(list + "#call-" + call);
    assertThat(told.getMvcResult().getFlashMap().get("undo").toString())
        .endsWith("/undo?back=%2Fteam%2Fcalls%3Fmember%3Dbob%26state%3Dtalks");
    assertThat(page("bob", "/today").select(".banner").text()).contains("1 word on your calls");
    assertThat(page("bob", "/team/feedback").select("main tbody").text())
        .contains("Calm <b>voice</b>");
    post("bob", "/team/feedback/read", Map.of());
    assertThat(page("bob", "/today").select(".banner").text()).doesNotContain("word on your calls");
    assertThat(mvc.get().uri("/team/feedback.csv").with(user("bob")))
        .bodyText()
        .contains("Calm <b>voice</b>");
  }

  @Test
  void theAdministratorSeesWhatGoesToWhomBeforeSomebodyLeaves() throws Exception {
    var bob = jdbc.sql("select id from member where login = 'bob'").query(Long.class).single();
    var preview = page("admin", "/settings/members/" + bob + "/retirement");
    assertThat(preview.select("main").text()).contains("Bob leaves", "Weber & <Co>");
    assertThat(
            jdbc.sql("select active from member where id = :b")
                .param("b", bob)
                .query(Boolean.class)
                .single())
        .isTrue();
    assertThat(
            post(
                "admin",
                "/settings/members/" + ann.member() + "/standing",
                Map.of("seniority", "novice", "capacity", "5", "region", "North", "deputy", "bob")))
        .hasStatus3xxRedirection();
    assertThat(page("manager", "/settings/members").select("main").text())
        .contains("Newcomer", "North");
  }

  /** As the letter on Monday counts them: seven days that are over. */
  @ParameterizedTest
  @CsvSource({"8, No promise broken", "7, 1 promise broken", "1, 1 promise broken"})
  void aWeekOfBrokenPromisesIsTheSevenDaysThatAreOver(int daysAgo, String said) throws Exception {
    jdbc.sql(
            """
            insert into task (lapse_id, customer_id, member_id, kind, state, due_on, attempt, weight)
            select id, customer_id, :bob, 'promise', 'open', :due, 1, 0 from lapse
            """)
        .param("bob", stories.rep("bob").member())
        .param("due", clock.today().minusDays(daysAgo))
        .update();
    var link = page("manager", "/").select("main a[href^=/team/promises]").first();
    assertThat(link.text()).isEqualTo(said);
    assertThat(link.attr("href"))
        .contains("from=" + clock.today().minusDays(7), "to=" + clock.today().minusDays(1));
    var list = page("manager", link.attr("href")).select("main tbody tr");
    assertThat(list).hasSize(daysAgo > 7 ? 0 : 1);
  }

  /** On the first day it said that every case had been touched, of nearly 500 that nobody had. */
  @Test
  void theStartPageOfAFirstDaySaysHowManyWaitForAFirstContact() throws Exception {
    jdbc.sql("update lapse set opened_on = :day").param("day", clock.today()).update();
    int fresh = page("manager", "/lost?work=uncontacted").select("main tbody tr").size();
    var link = page("manager", "/").select("main a[href='/lost?work=uncontacted']").first();
    assertThat(fresh).isPositive();
    assertThat(link.text()).startsWith(fresh + " case").contains("for a first contact");
  }

  @Test
  void theStartPageSaysWhatWaitsAndWhoAnswersForIt() throws Exception {
    assertThat(page("manager", "/").select("main").text())
        .contains("No promise broken", "1 case waits for a first contact", "Nobody answers");
    post(
        "manager",
        "/settings/programme",
        Map.of(
            "owner",
            "manager",
            "ownerTitle",
            "Head of sales",
            "coolingDays",
            "4",
            "untouchedDays",
            "9"));
    assertThat(page("manager", "/").select("main").text())
        .contains("Manager, Head of sales, answers for the programme", "9 days");
    assertThat(post("manager", "/settings/programme", Map.of("coolingDays", "0"))).hasStatus(422);
    assertThat(page("ann", "/").select("main").text()).doesNotContain("answers for");
  }

  @Test
  void aCustomerWeRefuseSaysSoAndIsWelcomeAgain() throws Exception {
    post("manager", "/customers/K-1/refusal", Map.of("reason", "Insults our people"));
    assertThat(page("ann", "/customers/K-1").select("main").text())
        .contains("We do not work with this customer", "Insults our people");
    assertThat(jdbc.sql("select stage from lapse").query(String.class).single())
        .isEqualTo("NON_CLIENT");
    post("manager", "/customers/K-1/welcome", Map.of());
    assertThat(jdbc.sql("select stage from lapse").query(String.class).single()).isEqualTo("LATE");
  }

  @Test
  void handedOverAndTakenBackFromTheNotice() throws Exception {
    var given =
        post(
            "manager",
            at("/transfer"),
            Map.of("member", "manager", "reason", "The characters do not fit", "customer", "true"));
    assertThat(given).as("who sees him stays there").hasRedirectedUrl(at("#giving"));
    assertThat(page("manager", "/team/handovers").select("main tbody").text())
        .contains("The characters do not fit", "Manager");
    long handover = jdbc.sql("select max(id) from handover").query(Long.class).single();
    assertThat(page("manager", "/team/handovers/" + handover).select("main").text())
        .contains("Weber & <Co>");
    post("manager", "/team/handovers/undo", Map.of("handover", "" + handover));
    assertThat(page("manager", "/team/handovers").select("main tbody").text())
        .contains("Taken back");
  }

  @Test
  void whoLostThemIsCalledByName() throws Exception {
    assertThat(
            page("manager", "/reports/moves?kind=loss&lostBy=ann&from=2026-05-01&until=2026-06-30")
                .select("main")
                .text())
        .contains("Only those that Ann lost.");
  }

  @Test
  void theFileOfHandoversIsNotCutAtAThousand() {
    jdbc.sql(
            """
            insert into handover (kind, reason, member_id, made_at)
            select 'transfer', 'many', m.id, now() from generate_series(1, 1001), member m where m.login = 'manager'
            """)
        .update();
    assertThat(mvc.get().uri("/team/handovers.csv").with(user("manager")))
        .bodyText()
        .hasLineCount(1002);
  }

  @Test
  void plansHaveNoStateThatTheirListDoesNotKnow() {
    assertThat(mvc.get().uri("/team/plans?state=done").with(user("manager"))).hasStatusOk();
    assertThat(mvc.get().uri("/team/plans?state=lost").with(user("manager"))).hasStatus(422);
  }

  @Test
  void aPairOfRepsExchangesWithOneButtonAndBack() throws Exception {
    stories.aCustomer("K-2").named("Second Shop").silentFor(121).save();
    nightly.run(clock.today());
    jdbc.sql(
            """
            update lapse l set lost_by = m.id, assignee = null, stage = 'LOST'
              from customer c, member m
             where c.id = l.customer_id and m.login = case c.ref when 'K-1' then 'ann' else 'bob' end
            """)
        .update();
    var pair = page("manager", "/team/swaps").select("main ol > li");
    assertThat(pair.text()).contains("Ann and Bob", "Weber & <Co>", "Second Shop");
    var done =
        post("manager", "/team/swaps", Map.of("pair", pair.select("input[name=pair]").val()));
    assertThat(page("manager", "/team/swaps").select(".empty")).hasSize(1);
    post("manager", done.getMvcResult().getFlashMap().get("undo").toString(), Map.of());
    assertThat(page("manager", "/team/swaps").select("main ol > li")).hasSize(1);
  }

  @Test
  void programsReadAndWriteTheSame() {
    assertThat(mvc.get().uri("/api/v1" + at("/candidates")).with(user("manager")))
        .bodyJson()
        .extractingPath("$[0].against[0]")
        .isEqualTo("lost-him");
    var day = clock.today().plusDays(1);
    var step = "{\"what\":\"Call\",\"dueOn\":\"%s\"}".formatted(day);
    assertThat(send("/api/v1" + at("/plan"), step)).hasStatus(201);
    assertThat(mvc.get().uri("/api/v1" + at("/plan")).with(user("bob")))
        .bodyJson()
        .extractingPath("$[0].what")
        .isEqualTo("Call");
    assertThat(send("/api/v1" + at("/plan"), "{\"what\":\"Call\"}")).hasStatus(422);
    assertThat(send("/api/v1" + at("/pause"), "{\"until\":\"%s\"}".formatted(day))).hasStatus(204);
    assertThat(mvc.get().uri("/api/v1/team").with(user("manager")))
        .bodyJson()
        .extractingPath("$[0].member")
        .isEqualTo("ann");
    assertThat(mvc.get().uri("/api/v1/reports/members?from=2026-01-01").with(user("manager")))
        .bodyJson()
        .extractingPath("$.items[0].member")
        .isEqualTo("ann");
  }

  private MvcTestResult send(String path, String json) {
    return mvc.post()
        .uri(path)
        .contentType("application/json")
        .content(json)
        .with(user("bob"))
        .exchange();
  }
}
