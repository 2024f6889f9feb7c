package dev.winback.web.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.staff.Actor;
import dev.winback.task.CallLog;
import dev.winback.task.CallResult;
import dev.winback.task.Desk;
import dev.winback.task.TaskId;
import dev.winback.task.TaskKind;
import dev.winback.task.Tasks;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages beside the calls: CAL-02, CAL-05, CAL-14, CAL-15, CAL-16, CAL-28, CAL-38, LET-22. */
@WebTest
class WorkPagesTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired Desk desk;
  @Autowired Tasks tasks;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;
  private Actor rep;

  @BeforeEach
  void hire() {
    rep = stories.rep("rep");
    stories.manager();
  }

  @ParameterizedTest
  @CsvSource({
    "/promises, Nothing is promised here",
    "/replies, Every letter is answered",
    "/complaints, No complaint waits",
    "/confirmations, Nothing to confirm"
  })
  void anEmptyListSaysWhatToDoNext(String path, String words) {
    assertThat(get(path)).hasStatusOk().bodyText().contains(words);
    assertThat(get(path + ".csv")).hasStatusOk();
    assertThat(get(path + ".xlsx")).hasStatusOk();
  }

  @Test
  void aPromiseStandsOnTodayTheDayBeforeAndOnItsListWithItsWords() {
    tasks.log(
        desk.call(rep),
        new CallLog(CallResult.PROMISED, "", null, null, "send samples", "2026-06-02", false, null),
        rep);
    assertThat(get("/today")).bodyText().contains("Promised for").contains("send samples");
    assertThat(get("/promises")).bodyText().contains("1 promise").contains("send samples");
    assertThat(get("/promises.csv")).bodyText().contains("send samples").contains("Our promise");
    clock.setDay(clock.today().plusDays(2));
    assertThat(get("/today")).bodyText().contains("1 promise is broken");
    assertThat(get("/promises?state=broken")).bodyText().contains("broken");
    assertThat(get("/promises?state=won")).hasStatus(422);
  }

  @Test
  void aConfirmationIsReadChangedAndSentOnce() {
    long call = agree();
    assertThat(get("/today")).bodyText().contains("1 talk is to be confirmed");
    assertThat(get("/confirmations")).bodyText().contains("to send");
    assertThat(get("/confirmations/" + call))
        .hasStatusOk()
        .bodyText()
        .contains("Our appointment")
        .contains("We meet on Friday, 5 June 2026, 10:00.")
        .contains("Where: At his works.");
    assertThat(post("/confirmations/" + call, "subject", " ", "body", "x")).hasStatus(422);
    assertThat(post("/confirmations/" + call, "subject", "Friday", "body", "At ten."))
        .hasStatus3xxRedirection();
    assertThat(desk.count("letter")).isEqualTo(1);
    assertThat(get("/confirmations/" + call)).bodyText().contains("on its way").contains("At ten.");
    assertThat(post("/confirmations/" + call + "/undo")).hasStatus3xxRedirection();
    assertThat(get("/confirmations/" + call)).bodyText().contains("At ten.").contains("Send it");
  }

  /** look.md, rule 9: as the customer gets it, in the name of who sends it, before it is sent. */
  @Test
  void aConfirmationIsSeenBeforeItIsSent() {
    long call = agree();
    assertThat(get("/confirmations/" + call))
        .bodyText()
        .contains("/confirmations/" + call + "/preview", "name=\"preview\"");
    var seen =
        post(
            "/confirmations/" + call + "/preview",
            "subject",
            "Friday",
            "body",
            "At **ten** {{x}}.");
    assertThat(seen)
        .hasStatusOk()
        .hasHeader("X-Frame-Options", "SAMEORIGIN")
        .bodyText()
        .contains("<strong>ten</strong>", "{ {x} }", "Rep<");
    assertThat(desk.count("letter")).isZero();
    assertThat(desk.count("confirmation")).isZero();
    assertThat(post("/confirmations/999/preview", "body", "x")).hasStatus(404);
    var long151 = "x".repeat(151);
    assertThat(post("/confirmations/" + call + "/preview", "subject", long151, "body", "At ten."))
        .hasStatus(422)
        .bodyText()
        .contains("150", "151");
    assertThat(post("/confirmations/" + call + "/preview", "subject", "", "body", "At ten."))
        .hasStatus(422);
  }

  /** CAL-28; the file names the customer for who meets him, the feed does not. */
  @Test
  void anAppointmentIsAFileAndAnAddressShowsAllWithoutNames() {
    agree();
    var meeting = jdbc.sql("select id from task where kind = 'meeting'").query(Long.class).single();
    assertThat(get("/today/" + meeting + "?due=2026-06-05")).bodyText().contains("appointment.ics");
    var file = get("/today/" + meeting + "/appointment.ics");
    assertThat(file).hasStatusOk().hasContentTypeCompatibleWith("text/calendar");
    var text = body(file);
    assertThat(text)
        .startsWith("BEGIN:VCALENDAR\r\n")
        .contains("DTSTART:20260605T080000Z\r\n", "DTEND:20260605T090000Z\r\n")
        .contains("LOCATION:At his works\r\n")
        .contains("SUMMARY:Meeting: " + name());
    assertThat(text.split("\r\n"))
        .allSatisfy(
            line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
    var made = post("/settings/calendar");
    var address = Objects.requireNonNull(made.getMvcResult().getFlashMap().get("feed")).toString();
    var path = address.substring(address.indexOf("/calendar/"));
    var feed = mvc.get().uri(path).exchange();
    assertThat(feed).hasStatusOk();
    assertThat(body(feed)).contains("SUMMARY:Meeting: " + ref()).doesNotContain(name());
    post("/settings/calendar/revoke");
    assertThat(mvc.get().uri(path)).hasStatus(404);
  }

  @Test
  void aLetterIsAnsweredFromItsListAndWaitsAgainAfterAnUndo() {
    var customer = stories.aCustomer("C-7").ownedBy(rep).save();
    jdbc.sql(
            """
            insert into contact (customer_id, source, external_id, contacted_at, channel, direction, note)
            values (:id, 'test', 'in', '2026-05-29T20:00:00Z', 'email', 'in', 'where is it?')
            """)
        .param("id", customer.value())
        .update();
    assertThat(get("/today")).bodyText().contains("1 customer waits");
    assertThat(get("/replies?mine=true"))
        .bodyText()
        .contains("where is it?")
        .contains("1 Jun 2026, 12:00");
    jdbc.sql(
            "update customer set phone = '+49 30 1234', phone_e164 = '+49301234', email = 'a@b.example'")
        .update();
    assertThat(get("/replies?mine=true"))
        .bodyText()
        .contains("href=\"tel:+49301234", "href=\"mailto:a@b.example?subject=Re%3A%20\"");
    var contact = jdbc.sql("select id from contact").query(Long.class).single();
    var answered =
        post(
            "/replies/C-7/" + contact + "/answer",
            "channel",
            "email",
            "back",
            "/replies?mine=true");
    assertThat(answered).hasRedirectedUrl("/replies?mine=true");
    assertThat(get("/replies")).bodyText().contains("Every letter is answered");
    var undo = answered.getMvcResult().getFlashMap().get("undo").toString();
    assertThat(post(undo)).hasRedirectedUrl("/replies?mine=true");
    assertThat(get("/replies")).bodyText().contains("where is it?");
  }

  @Test
  void aComplaintIsResolvedFromItsListAndTheRepIsTold() {
    tasks.log(
        desk.work(stories.aCustomer().ownedBy(rep), rep, "100"),
        new CallLog(CallResult.COMPLAINT, "late twice", "delivery", 2, null, null, false, null),
        rep);
    assertThat(get("/complaints")).bodyText().contains("late twice").contains("a lapse waits");
    var id = jdbc.sql("select id from complaint").query(Long.class).single();
    var one = "/customers/" + ref() + "/complaints/" + id;
    var resolved = post(one + "/resolution", "back", "/complaints?state=all");
    assertThat(resolved).hasRedirectedUrl("/complaints?state=all");
    assertThat(resolved.getMvcResult().getFlashMap().get("lookAt"))
        .as("whom to ask whether he is satisfied")
        .isEqualTo("/customers/" + ref() + "#complaints");
    assertThat(get("/today")).bodyText().contains("Complaint resolved");
    var there = "/complaints?state=resolved";
    var said = post(one + "/satisfaction", "satisfied", "true", "back", there);
    assertThat(said).hasRedirectedUrl(there);
    assertThat(get("/complaints?state=resolved")).bodyText().contains("satisfied with the answer");
    var undo = said.getMvcResult().getFlashMap().get("undo").toString();
    assertThat(post(undo)).hasRedirectedUrl(there);
    assertThat(get("/complaints?state=resolved")).bodyText().doesNotContain("satisfied with the");
  }

  @Test
  void moreContactsArePlannedOnThePageOfTheLossAndFewerAreRefused() {
    var lapse = desk.lapseOf(rep, "100");
    var page = "/lapses/" + lapse.value() + "/contacts";
    assertThat(get(page)).bodyText().contains("0 of 4 planned contacts made");
    assertThat(post(page, "planned", "7")).hasStatus3xxRedirection();
    assertThat(get(page)).bodyText().contains("0 of 7");
    assertThat(post(page, "planned", "6")).hasStatus(422);
  }

  @Test
  void aCallIsPutOffWithItsReasonAndBack() {
    var task = desk.call(rep);
    assertThat(get("/today")).bodyText().contains("Too upset to talk");
    var put = post("/tasks/" + task.value() + "/postpone", "reason", "angry", "next", "+3d");
    assertThat(put).hasRedirectedUrl("/today");
    assertThat(put.getMvcResult().getFlashMap().get("notice").toString())
        .endsWith(": put off until 4 Jun 2026 (Too upset to talk).");
    assertThat(get("/today")).bodyText().contains("No calls today");
    post("/tasks/" + task.value() + "/postpone/undo");
    assertThat(get("/today/" + task.value())).bodyText().contains("Too upset to talk");
    var again = "/tasks/" + task.value() + "/postpone";
    var next = "2026-06-02";
    assertThat(post(again, "reason", "tired", "next", "+1w", "queue", "rep", "due", next))
        .hasRedirectedUrl("/today?member=rep&due=" + next);
  }

  @Test
  void theWorkOfEachIsAReportAndAFile() {
    tasks.log(desk.call(rep), CallLog.of(CallResult.THINKING), rep);
    assertThat(get("/team")).hasStatusOk().bodyText().contains("Promises kept", "first order");
    assertThat(get("/team.csv"))
        .bodyText()
        .contains("customers,base,lost_customers,lost,inherited")
        .contains(rep.name() + ",true,,", ",1,1,0,0,0,0,0,0,0.00,EUR");
  }

  @Test
  void aListOfWhoLeftGoesOnSayingSo() {
    jdbc.sql("update member set active = false where login = 'rep'").update();
    for (var list : List.of("/team/promises", "/team/feedback", "/team/plans", "/promises")) {
      var chosen = Pattern.compile("value=\"rep\"[^>]*selected");
      assertThat(manager(list + "?member=rep")).as(list).bodyText().containsPattern(chosen);
      assertThat(manager(list)).as(list).bodyText().doesNotContain("value=\"rep\"");
    }
  }

  @Test
  void theNumbersOfTheWorkAreSettings() {
    assertThat(manager("/settings/work")).hasStatusOk().bodyText().contains("No holidays yet");
    assertThat(
            mvc.post()
                .uri("/settings/work/holidays")
                .param("day", "2026-12-25")
                .param("name", "Christmas")
                .with(user("manager"))
                .with(csrf()))
        .hasStatus3xxRedirection();
    assertThat(manager("/settings/work")).bodyText().contains("Christmas");
    var gone = send("/settings/work/holidays/2026-12-25/removal");
    assertThat(manager("/settings/work")).bodyText().doesNotContain("Christmas");
    send(gone.getMvcResult().getFlashMap().get("undo").toString());
    assertThat(manager("/settings/work")).bodyText().contains("Christmas");
    assertThat(
            mvc.post()
                .uri("/settings/work")
                .param("planA", "6")
                .param("planB", "5")
                .param("planOther", "4")
                .param("letterDays", "13")
                .param("incentivePercent", "2")
                .param("opens", "09:00")
                .param("closes", "18:00")
                .param("callFrom", "08:00")
                .param("callUntil", "20:00")
                .with(user("manager"))
                .with(csrf()))
        .hasStatus3xxRedirection();
    assertThat(manager("/settings/work"))
        .bodyText()
        .contains("name=\"letterDays\" value=\"13\"", "name=\"callUntil\" value=\"20:00\"");
    assertThat(
            mvc.post()
                .uri("/settings/work")
                .param("planA", "many")
                .with(user("manager"))
                .with(csrf()))
        .hasStatus(422);
  }

  private MvcTestResult send(String path) {
    return mvc.post().uri(path).with(user("manager")).with(csrf()).exchange();
  }

  @Test
  void programsReadTheSame() {
    var lapse = desk.lapseOf(rep, "100");
    desk.task(lapse, rep, TaskKind.PROMISE, clock.today());
    assertThat(get("/api/v1/promises"))
        .bodyJson()
        .extractingPath("$.items[0].state")
        .isEqualTo("due");
    assertThat(get("/api/v1/replies")).bodyJson().extractingPath("$.items").asArray().isEmpty();
    assertThat(get("/api/v1/complaints")).hasStatusOk();
    assertThat(get("/api/v1/team")).bodyJson().extractingPath("$[0].share").isEqualTo("0.00");
    assertThat(get("/api/v1/lapses/" + lapse.value() + "/contacts"))
        .bodyJson()
        .extractingPath("$.planned")
        .isEqualTo(4);
  }

  private long agree() {
    TaskId task = desk.call(rep);
    tasks.log(
        task,
        new CallLog(CallResult.APPOINTMENT, "", null, null, null, "2026-06-05T10:00", false, null)
            .with(null, "At his works"),
        rep);
    return jdbc.sql("select max(id) from call").query(Long.class).single();
  }

  private String name() {
    return jdbc.sql("select display_name from customer limit 1").query(String.class).single();
  }

  private String ref() {
    return jdbc.sql("select ref from customer limit 1").query(String.class).single();
  }

  private static String body(MvcTestResult result) {
    return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private MvcTestResult get(String path) {
    return mvc.get().uri(path).with(user("rep")).exchange();
  }

  private MvcTestResult manager(String path) {
    return mvc.get().uri(path).with(user("manager")).exchange();
  }

  private MvcTestResult post(String path, String... form) {
    // an undo is encoded already
    var request = mvc.post().uri(URI.create(path)).with(user("rep")).with(csrf());
    for (int i = 0; i < form.length; i += 2) {
      request.param(form[i], form[i + 1]);
    }
    return request.exchange();
  }
}
