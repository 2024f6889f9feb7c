package dev.winback.web.today;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.staff.Actor;
import dev.winback.staff.Staff;
import dev.winback.task.Desk;
import dev.winback.task.TaskId;
import dev.winback.testing.Stories;
import dev.winback.view.NewView;
import dev.winback.view.Views;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.time.LocalTime;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Today's page, its fragments and its API over the real filter chain (api.md, tasks). */
@WebTest
class TodayTest {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired Desk desk;
  @Autowired Views views;
  @Autowired JdbcClient jdbc;
  private TaskId task;
  private TaskId second;

  @BeforeEach
  void twoCallsAreDue() {
    People.hire(staff);
    Actor rep = staff.actor("rep");
    task = desk.work(stories.aCustomer("K-1").named("<b>Weber</b> & Co"), rep, "900");
    second = desk.work(stories.aCustomer("K-2").named("Ana"), rep, "800");
  }

  @Test
  void ofManyWithStaleContactDataThePageSaysThatTheyAreMany() throws Exception {
    staleCustomers(100);
    assertThat(text(get("rep", "/today")))
        .contains("100 of your customers have stale contact data.");
    staleCustomers(2);
    assertThat(text(get("rep", "/today"))).contains("More than 100 of your customers have stale");
    assertThat(text(get("manager", "/today?member=rep")))
        .contains("More than 100 customers of rep");
  }

  private void staleCustomers(int more) {
    jdbc.sql(
            """
            with one as (
              insert into customer (ref, name, owner_id)
              select 'S-' || n + (select count(*) from customer), 'Stale', m.id
                from generate_series(1, :more) n, member m where m.login = 'rep' returning id, owner_key)
            insert into signal (customer_id, kind, since, evidence, stale_owner)
            select id, 'stale-contact', date '2026-05-01', '{"why": ["moved"]}', owner_key from one
            """)
        .param("more", more)
        .update();
  }

  @Test
  void theAnswerToACallIsOneGridAndOneNoticeAndNothingElse() throws Exception {
    var answer = Jsoup.parseBodyFragment(text(call("rep", "result=not_there")));
    assertThat(answer.body().children()).extracting(Element::id).containsExactly("today", "");
    assertThat(answer.body().child(1).attr("hx-swap-oob")).isEqualTo("beforeend:#toasts");
    var desk = answer.selectFirst("#today > .desk");
    assertThat(desk.children())
        .extracting(Element::tagName)
        .containsExactly("nav", "section", "aside");
    assertThat(answer.select("#who").text()).isEqualTo("Ana");
    assertThat(answer.select(".note").text()).contains("Weber", "Not there", "Call on");
    assertThat(answer.select(".note form").attr("action"))
        .isEqualTo("/tasks/" + task.value() + "/undo");
  }

  /** CAL-04: an appointment is made at a time that is free, too. */
  @Test
  void timesAreProposedWhereverOneIsAgreed() throws Exception {
    var page = Jsoup.parse(text(get("rep", "/today")));
    var back = page.select("#panel-back .times button[data-fill=back-at]").eachAttr("data-value");
    var talk = page.select("#panel-talked .times button[data-fill=talk-at]").eachAttr("data-value");
    assertThat(talk).hasSizeBetween(2, 3).isEqualTo(back);
  }

  /** Nobody may be called before nine: no card with a number, and who waits until when. */
  @Test
  void whoHasToWaitIsListedAndNotHandedOut() throws Exception {
    jdbc.sql("update customer set time_zone = 'America/New_York'").update();
    var page = Jsoup.parse(text(get("rep", "/today")));
    assertThat(page.select("[data-dial], .call")).isEmpty();
    assertThat(page.select("#waiting").text()).contains("1 Jun 2026, 15:00");
    assertThat(page.select(".queue li").text()).contains("Weber", "Ana", "09:00");
    var card = Jsoup.parse(text(get("rep", "/today/" + task.value())));
    assertThat(card.select(".call .banner.warning")).isNotEmpty();
    assertThat(card.select("#waiting")).isEmpty();
  }

  /** His hour is over and he sleeps: why he is not rung up stands beside it. */
  @Test
  void anHourThatWasMissedSaysWhyItWaits() throws Exception {
    jdbc.sql("update customer set time_zone = 'America/New_York'").update();
    jdbc.sql(
            "update task set kind = 'call_back', due_on = due_on - 1, due_at = '2026-05-31T15:00:00Z' where id = :id")
        .param("id", task.value())
        .update();
    var line = Jsoup.parse(text(get("rep", "/today"))).select(".queue li:contains(Weber)").text();
    assertThat(line).contains("overdue", "31 May", "09:00");
  }

  /** A colleague's cap of weeks leaves an end to the day. */
  @Test
  void whoeverWaitsForAnotherDayIsListedBelowTheEndOfThisOne() throws Exception {
    jdbc.sql("update lapse set not_before = date '2026-06-20'").update();
    var page = Jsoup.parse(text(get("rep", "/today")));
    assertThat(page.select("#waiting")).isEmpty();
    assertThat(page.select(".empty h2")).hasSize(1);
    assertThat(page.select(".queue li").text()).contains("Weber");
  }

  @Test
  void theNoticeSaysTheLineThatWasPressed() throws Exception {
    var answer = Jsoup.parseBodyFragment(text(call("rep", "result=ended")));
    assertThat(answer.select(".note").text()).contains("Weber", ": Says that it is over.");
  }

  @Test
  void aCallThatIsPutOffIsFollowedByTheNextCardWithoutAPage() throws Exception {
    var address = "/tasks/" + task.value() + "/postpone";
    assertThat(Jsoup.parse(text(get("rep", "/today"))).select("form[hx-post=" + address + "]"))
        .hasSize(1);
    var answer = Jsoup.parseBodyFragment(text(put(address, "reason=tired&next=%2B1d")));
    assertThat(answer.body().children()).extracting(Element::id).containsExactly("today", "");
    assertThat(answer.select("#who").text()).isEqualTo("Ana");
    assertThat(answer.select(".note").text()).contains("Weber", "put off until", "(Tired)");
    var undo = answer.select(".note form").attr("action");
    var back = Jsoup.parseBodyFragment(text(put(undo, "")));
    assertThat(back.select("#who").text()).contains("Weber");
    assertThat(back.select(".note").text()).contains("It stands where it was");
  }

  private MvcTestResult put(String address, String form) {
    return mvc.post()
        .uri(address)
        .with(user("rep"))
        .with(csrf())
        .header("HX-Request", "true")
        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
        .content(form)
        .exchange();
  }

  /** CAL-08: the words, a link for the rep's own telephone, and an outcome of its own. */
  @Test
  void whoPrefersTextMessagesHasOneOnHisCardAndHisHours() throws Exception {
    desk.setCustomer(task, "preferred_channel", "sms");
    desk.setCustomer(task, "phone", "+49 30 123456");
    desk.setCustomer(task, "phone_e164", "+4930123456");
    desk.setCustomer(task, "call_until", LocalTime.of(17, 0));
    var page = Jsoup.parse(text(get("rep", "/today")));
    assertThat(page.select("a[href^=sms:]").attr("href"))
        .startsWith("sms:+4930123456?body=Good%20day");
    assertThat(page.select(".call .dial").text())
        .contains("Prefers: Text message", "Calls until 17:00 their time");
    call("rep", "result=message");
    assertThat(jdbc.sql("select result || ' ' || detail from call").query(String.class).single())
        .isEqualTo("voicemail message");
  }

  @Test
  void theWholePageHasTheSameGridOnce() throws Exception {
    var page = Jsoup.parse(text(get("rep", "/today")));
    assertThat(page.select("#today")).hasSize(1);
    assertThat(page.select("main > #today > .desk > *")).hasSize(3);
    assertThat(page.select("#who").text()).isEqualTo("<b>Weber</b> & Co"); // a name is text
    assertThat(page.select("[data-key]")).hasSize(8); // c and the seven outcomes
    assertThat(page.select("[data-key]").eachAttr("aria-keyshortcuts"))
        .isEqualTo(page.select("[data-key]").eachAttr("data-key"));
  }

  @Test
  void aCardHasItsOwnAddressAndTheFragmentIsTheSameGrid() throws Exception {
    assertThat(Jsoup.parse(text(get("rep", "/today/" + second.value()))).select("#who").text())
        .isEqualTo("Ana");
    var fragment =
        mvc.get()
            .uri("/today/" + second.value())
            .header("HX-Request", "true")
            .with(user("rep"))
            .exchange();
    assertThat(Jsoup.parseBodyFragment(text(fragment)).body().children())
        .extracting(Element::id)
        .containsExactly("today");
  }

  @Test
  void withoutHtmxACallLeadsToTheNextCard() {
    assertThat(
            mvc.post()
                .uri("/tasks/" + task.value() + "/calls")
                .param("result", "voicemail")
                .with(user("rep"))
                .with(csrf()))
        .hasStatus3xxRedirection()
        .hasRedirectedUrl("/today");
  }

  @Test
  void aMissingReasonIsSaidInOneSentenceAndNothingIsLogged() {
    var refused = call("rep", "result=final_no");
    assertThat(refused).hasStatus(422).bodyText().isEqualTo("Say why: an end needs its reason.");
    assertThat(call("rep", "result=won"))
        .hasStatus(422)
        .bodyText()
        .contains("not_there", "never_contact");
    assertThat(desk.count("call")).isZero();
  }

  @Test
  void aManagerSeesAndWorksTheDayOfARep() throws Exception {
    var page = Jsoup.parse(text(get("manager", "/today?member=rep")));
    assertThat(page.select(".queue li")).hasSize(2);
    assertThat(page.select("input[name=queue]").val()).isEqualTo("rep");
    var answer = Jsoup.parseBodyFragment(text(call("manager", "result=not_there&queue=rep")));
    assertThat(answer.select("#who").text()).isEqualTo("Ana");
    assertThat(Jsoup.parse(text(get("manager", "/today"))).select(".empty")).hasSize(1);
    assertThat(get("rep2", "/today?member=rep")).hasStatus(404);
    assertThat(get("manager", "/today?member=nobody")).hasStatus(404);
  }

  @Test
  void theEmptyDaySaysWhatIsPlannedAndShowsIt() throws Exception {
    call("rep", "result=not_there");
    mvc.post()
        .uri("/tasks/" + second.value() + "/calls")
        .param("result", "voicemail")
        .header("HX-Request", "true")
        .with(user("rep"))
        .with(csrf())
        .exchange();
    Document empty = Jsoup.parse(text(get("rep", "/today")));
    assertThat(empty.select(".empty").text())
        .contains("No calls left", "2 planned for Tuesday 2 June");
    var look = empty.select(".empty a").attr("href");
    assertThat(Jsoup.parse(text(get("rep", look))).select(".queue li")).hasSize(2);
  }

  @Test
  void theQueueIsAFileInTheOrderOfWork() throws Exception {
    var file = text(get("manager", "/today.csv?member=rep"));
    assertThat(file.lines().skip(1)).hasSize(2);
    assertThat(file.lines().toList().get(1))
        .contains(",K-1,<b>Weber</b> & Co,+33123456789,900.00,EUR");
    assertThat(get("marketing", "/today.csv")).hasStatus(403);
    assertThat(get("rep2", "/today.csv?member=rep")).hasStatus(404);
  }

  @Test
  void aSavedViewIsWorkedThroughInItsOrderAndStaysAfterACall() throws Exception {
    var rep = staff.actor("rep");
    var cheapest = desk.work(stories.aCustomer("K-3").named("!Zoe"), rep, "100");
    long byName = views.save(new NewView("By name", "/lost", "sort=name", false), rep);
    var page = Jsoup.parse(text(get("rep", "/today?view=" + byName)));
    assertThat(page.select(".queue .who").eachText()).first().isEqualTo("!Zoe");
    assertThat(page.select("#who").text()).isEqualTo("!Zoe");
    assertThat(page.select(".queue a").attr("href")).contains("view=" + byName);
    assertThat(page.select("input[name=view]").val()).isEqualTo("" + byName);
    var answer = call(cheapest, "rep", "result=not_there&view=" + byName);
    assertThat(answer.getResponse().getHeader("HX-Replace-Url")).isEqualTo("/today?view=" + byName);
    assertThat(Jsoup.parseBodyFragment(text(answer)).select(".queue .who")).hasSize(3);
    long dear = views.save(new NewView("Dear", "/lost", "min=850", false), rep);
    var dearest = Jsoup.parse(text(get("rep", "/today?view=" + dear)));
    assertThat(dearest.select(".queue .who")).hasSize(1);
  }

  @Test
  void aViewOfAnotherOrOfCustomersIsNothingToWorkThrough() {
    var rep = staff.actor("rep");
    long list = views.save(new NewView("List", "/customers", "", false), rep);
    assertThat(get("rep", "/today?view=" + list)).hasStatus(404);
    long own = views.save(new NewView("Mine", "/lost", "", false), staff.actor("manager"));
    assertThat(get("rep", "/today?view=" + own)).hasStatus(404);
    assertThat(get("rep", "/today?view=99999")).hasStatus(404);
  }

  @Test
  void marketingAndStrangersAreKeptOut() {
    assertThat(get("marketing", "/today")).hasStatus(403);
    assertThat(get("admin", "/today")).hasStatus(403);
    assertThat(get("rep2", "/today/" + task.value())).hasStatus(404);
    assertThat(call("rep2", "result=not_there")).hasStatus(404);
    assertThat(mvc.get().uri("/today")).hasStatus3xxRedirection();
    assertThat(mvc.get().uri("/api/v1/tasks")).hasStatus(401);
    assertThat(desk.count("call")).isZero();
  }

  @Test
  void theApiListsLogsAndUndoes() {
    var list = mvc.get().uri("/api/v1/tasks").with(user("rep")).exchange();
    assertThat(list).hasStatusOk().bodyJson().extractingPath("$.count").isEqualTo(2);
    assertThat(list).bodyJson().extractingPath("$.items[0].ref").isEqualTo("K-1");
    assertThat(list).bodyJson().extractingPath("$.items[0].value").isEqualTo("900.00");
    assertThat(list).bodyJson().extractingPath("$.items[0].localTime").isEqualTo("12:00");
    var body =
        "{\"result\":\"promise\",\"note\":\"samples\",\"promise\":\"send samples\",\"next\":\"2026-06-04\"}";
    var logged = api("/calls", body);
    assertThat(logged).hasStatus(201).bodyJson().extractingPath("$.next.kind").isEqualTo("promise");
    assertThat(logged).bodyJson().extractingPath("$.next.on").isEqualTo("2026-06-04");
    assertThat(api("/calls", body)).hasStatus(201); // the same key again
    assertThat(desk.count("call")).isEqualTo(1);
    assertThat(api("/undo", "")).hasStatus(204);
    assertThat(api("/undo", "")).as("the same key again").hasStatus(204);
    assertThat(api("/undo", "", "k2"))
        .hasStatus(409)
        .bodyJson()
        .extractingPath("$.detail")
        .isEqualTo("There is no call of this task to take back.");
  }

  @Test
  void theApiNamesTheFieldThatIsWrong() {
    assertThat(api("/calls", "{\"result\":\"call_back\",\"next\":\"someday\"}"))
        .hasStatus(422)
        .bodyJson()
        .extractingPath("$.field")
        .isEqualTo("next");
    assertThat(api("/calls", "{\"result\":\"talked\",\"severity\":6}"))
        .hasStatus(422)
        .bodyJson()
        .extractingPath("$.field")
        .isEqualTo("severity");
    assertThat(api("/calls", "{}"))
        .hasStatus(422)
        .bodyJson()
        .extractingPath("$.field")
        .isEqualTo("result");
    assertThat(api("/calls", "{\"result\":")).hasStatus(400);
  }

  private MvcTestResult api(String path, String body) {
    return api(path, body, "k1");
  }

  private MvcTestResult api(String path, String body, String key) {
    return mvc.post()
        .uri("/api/v1/tasks/" + task.value() + path)
        .header("Idempotency-Key", key)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .with(user("rep"))
        .exchange();
  }

  private MvcTestResult call(String login, String form) {
    return call(task, login, form);
  }

  private MvcTestResult call(TaskId task, String login, String form) {
    return mvc.post()
        .uri("/tasks/" + task.value() + "/calls")
        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
        .content(form)
        .header("HX-Request", "true")
        .with(user(login))
        .with(csrf())
        .exchange();
  }

  private MvcTestResult get(String login, String path) {
    return mvc.get().uri(path).with(user(login)).exchange();
  }

  private static String text(MvcTestResult result) throws Exception {
    assertThat(result).hasStatusOk();
    return result.getResponse().getContentAsString();
  }
}
