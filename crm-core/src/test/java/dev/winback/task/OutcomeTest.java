package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.team.TeamFilter;
import dev.winback.team.WorkKind;
import dev.winback.team.WorkLists;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.sql.Date;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table "Outcome of a contact → what the system does by itself", row by row (CAL-12, CAL-16,
 * CAL-18, CAL-20, CAL-21, CAL-22, CAL-27, RET-01); the day is Monday, 1 June 2026, noon.
 */
@CoreTest
class OutcomeTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);

  private static final String LOOKED =
      """
      insert into background (lapse_id, customer_id, member_id, looked_at, purchases, staff, complaints)
      select id, customer_id, assignee, now(), true, true, true from lapse
      """;

  @Autowired Tasks tasks;
  @Autowired Desk desk;
  @Autowired WorkLists work;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;
  private Actor rep;
  private TaskId task;

  @BeforeEach
  void aCallIsDue() {
    rep = stories.rep("rep");
    task = desk.call(rep);
  }

  @Test
  void notThereIsTriedOnAnotherDayInAnotherPartOfIt() {
    var logged = tasks.log(task, CallLog.of(CallResult.NOT_THERE), rep);
    assertWorking(null);
    assertNext(logged, TaskKind.CALL, MONDAY.plusDays(1));
    // called at noon, so in the afternoon
    assertThat(next(logged)).containsEntry("part", "afternoon").containsEntry("attempt", 2);
    assertThat(desk.contact(task))
        .containsEntry("reached", false)
        .containsEntry("agreed", false)
        .containsEntry("result", "not_there");
  }

  /** A manager's order or our own promise is not done by a ring that nobody heard. */
  @ParameterizedTest
  @EnumSource(
      value = CallResult.class,
      names = {"NOT_THERE", "VOICEMAIL"})
  void whatTheCallIsForIsForTheNextOneWhenNobodyWasThere(CallResult result) {
    desk.set(task, "aim", "offer the autumn price before Friday");
    var logged = tasks.log(task, CallLog.of(result), rep);
    assertThat(next(logged)).containsEntry("aim", "offer the autumn price before Friday");
    var talked = tasks.log(nextOf(logged), next(CallResult.TALKED, "2026-06-09"), rep);
    assertThat(next(talked)).as("said").containsEntry("aim", null);
  }

  @Test
  void whatWasPromisedIsStillOwedWhenNobodyWasThere() {
    desk.set(task, "kind", "promise");
    desk.set(task, "aim", "send samples");
    var logged = tasks.log(task, CallLog.of(CallResult.NOT_THERE), rep);
    assertThat(next(logged)).containsEntry("kind", "call").containsEntry("aim", "send samples");
  }

  /** The agreed hour is over, and what the call was for is not. */
  @Test
  void whatAnAgreedCallIsForIsForTheNextOneWhenNobodyWasThere() {
    desk.set(task, "kind", "call_back");
    desk.set(task, "aim", "say the new price");
    var logged = tasks.log(task, CallLog.of(CallResult.NOT_THERE), rep);
    assertThat(next(logged))
        .containsEntry("kind", "call")
        .containsEntry("aim", "say the new price");
  }

  @Test
  void whoWantsToBeCalledLaterIsCalledForTheSame() {
    desk.set(task, "aim", "offer the autumn price before Friday");
    var logged = tasks.log(task, next(CallResult.CALL_BACK_AT, "2026-06-03T15:30"), rep);
    assertThat(next(logged)).containsEntry("aim", "offer the autumn price before Friday");
  }

  @Test
  void aNumberThatIsWrongIsNotPutRightForTheAimOfTheCall() {
    desk.set(task, "aim", "offer the autumn price before Friday");
    var logged = tasks.log(task, CallLog.of(CallResult.WRONG_NUMBER), rep);
    assertThat(next(logged)).containsEntry("kind", "data_care").containsEntry("aim", null);
  }

  @Test
  void notThereAtAnAgreedTimeIsRememberedForSignThree() {
    desk.set(task, "kind", "call_back");
    tasks.log(task, CallLog.of(CallResult.NOT_THERE), rep);
    assertThat(desk.contact(task)).containsEntry("reached", false).containsEntry("agreed", true);
  }

  /** CAL-15: he waits for the hour, however the talk is called in which it was agreed. */
  @ParameterizedTest
  @EnumSource(
      value = CallResult.class,
      names = {"TALKED", "THINKING", "OFFER_GIVEN"})
  void anHourAgreedInATalkIsACallBack(CallResult result) {
    jdbc.sql(LOOKED).update();
    var logged = tasks.log(task, next(result, "2026-06-03T15:30"), rep);
    assertNext(logged, TaskKind.CALL_BACK, MONDAY.plusDays(2));
    assertThat(logged.nextAt()).isEqualTo("2026-06-03T13:30:00Z");
    tasks.log(nextOf(logged), CallLog.of(CallResult.NOT_THERE), rep);
    assertThat(desk.contact(nextOf(logged))).containsEntry("agreed", true);
  }

  @Test
  void anHourThatTheRepChoosesForWhoWasNotThereIsAgreedWithNobody() {
    var logged = tasks.log(task, next(CallResult.NOT_THERE, "2026-06-03T15:30"), rep);
    assertNext(logged, TaskKind.CALL, MONDAY.plusDays(2));
  }

  @Test
  void aVoicemailIsFollowedAfterADayAndThenAfterTwo() {
    var first = tasks.log(task, CallLog.of(CallResult.VOICEMAIL), rep);
    assertNext(first, TaskKind.CALL, MONDAY.plusDays(1));
    var second = tasks.log(nextOf(first), CallLog.of(CallResult.VOICEMAIL), rep);
    assertNext(second, TaskKind.CALL, MONDAY.plusDays(2));
    assertWorking(null);
  }

  @Test
  void aCallBackIsDueExactlyThenAndLettersRestUntilThen() {
    var logged = tasks.log(task, next(CallResult.CALL_BACK_AT, "2026-06-03T15:30"), rep);
    assertWorking(MONDAY.plusDays(2));
    assertNext(logged, TaskKind.CALL_BACK, MONDAY.plusDays(2));
    assertThat(logged.nextAt()).isEqualTo("2026-06-03T13:30:00Z"); // half past three in Berlin
  }

  @Test
  void aCallBackWithoutATimeIsRefused() {
    assertRefused(CallLog.of(CallResult.CALL_BACK_AT), "next");
    assertRefused(next(CallResult.CALL_BACK_AT, "2026-06-03"), "next");
  }

  @Test
  void whoThinksItOverIsCalledAfterADayAndLettersRest() {
    for (var result : new CallResult[] {CallResult.TALKED, CallResult.THINKING}) {
      var one = desk.call(rep);
      var logged = tasks.log(one, CallLog.of(result), rep);
      assertNext(logged, TaskKind.CALL, MONDAY.plusDays(1));
      var later = tasks.log(nextOf(logged), CallLog.of(result), rep);
      assertNext(later, TaskKind.CALL, MONDAY.plusDays(2));
      assertThat(desk.see(one)).containsEntry("letters_rest_until", date(MONDAY.plusDays(32)));
      assertThat(desk.contact(one)).containsEntry("reached", true);
    }
  }

  /** acceptance.md, "Follow-up": whoever says so on Monday is called on Tuesday. */
  @Test
  void whoThinksItOverIsCalledAfterADayThoughHeWasNotThereBefore() {
    var missed = tasks.log(task, CallLog.of(CallResult.NOT_THERE), rep);
    var again = tasks.log(nextOf(missed), CallLog.of(CallResult.VOICEMAIL), rep);
    var first = tasks.log(nextOf(again), CallLog.of(CallResult.THINKING), rep);
    assertNext(first, TaskKind.CALL, MONDAY.plusDays(1));
    var later = tasks.log(nextOf(first), CallLog.of(CallResult.THINKING), rep);
    assertNext(later, TaskKind.CALL, MONDAY.plusDays(2));
  }

  @Test
  void aCallBackBetweenTwoTalksDoesNotMakeTheSecondTheFirst() {
    var first = tasks.log(task, CallLog.of(CallResult.THINKING), rep);
    var back = tasks.log(nextOf(first), next(CallResult.CALL_BACK_AT, "2026-06-01T15:30"), rep);
    var second = tasks.log(nextOf(back), CallLog.of(CallResult.THINKING), rep);
    assertNext(second, TaskKind.CALL, MONDAY.plusDays(2));
  }

  @Test
  void aTalkThatWasTakenBackDoesNotMakeTheNextOneTheSecond() {
    tasks.log(task, CallLog.of(CallResult.THINKING), rep);
    tasks.undo(task, rep);
    assertNext(
        tasks.log(task, CallLog.of(CallResult.THINKING), rep), TaskKind.CALL, MONDAY.plusDays(1));
  }

  /** 3 in the afternoon, typed as 03:00: nobody calls at night, and no letter says that we come. */
  @Test
  void anHourOfTheNightIsNotAgreedByHisClock() {
    for (var result : List.of(CallResult.APPOINTMENT, CallResult.CALL_BACK_AT)) {
      for (var night : List.of("2026-06-05T05:59", "2026-06-05T22:00", "2026-06-05T03:00")) {
        assertRefused(next(result, night), "next");
      }
    }
    desk.setCustomer(task, "time_zone", "America/New_York");
    assertRefused(next(CallResult.APPOINTMENT, "2026-06-05T11:59"), "next");
    tasks.log(task, next(CallResult.APPOINTMENT, "2026-06-05T12:00"), rep);
  }

  /** A baker is called before his customers come. */
  @Test
  void whoAskedForHoursOfTheNightIsCalledInThem() {
    desk.setCustomer(task, "call_from", LocalTime.of(4, 0));
    desk.setCustomer(task, "call_until", LocalTime.of(6, 0));
    assertRefused(next(CallResult.CALL_BACK_AT, "2026-06-05T03:59"), "next");
    tasks.log(task, next(CallResult.CALL_BACK_AT, "2026-06-05T04:00"), rep);
  }

  @Test
  void anAppointmentBecomesAMeetingOnItsDay() {
    assertRefused(CallLog.of(CallResult.APPOINTMENT), "next");
    var logged =
        tasks.log(
            task, next(CallResult.APPOINTMENT, "2026-06-05T10:00").with(null, "At his works"), rep);
    assertThat(next(logged)).containsEntry("place", "At his works");
    assertNext(logged, TaskKind.MEETING, MONDAY.plusDays(4));
    assertWorking(MONDAY.plusDays(34));
  }

  @Test
  void anOfferIsAskedAboutOnTheDateOfTheAnswer() {
    jdbc.sql(LOOKED).update();
    var chosen = tasks.log(task, next(CallResult.OFFER_GIVEN, "+1w"), rep);
    assertNext(chosen, TaskKind.CALL, MONDAY.plusDays(7));
    assertWorking(MONDAY.plusDays(37));
    var byRule = tasks.log(nextOf(chosen), CallLog.of(CallResult.OFFER_GIVEN), rep);
    assertNext(byRule, TaskKind.CALL, MONDAY.plusDays(3));
  }

  @Test
  void aComplaintGoesToServiceAndTheLossWaits() {
    var logged =
        tasks.log(
            task,
            new CallLog(CallResult.COMPLAINT, "late twice", "delivery", 4, null, null, false, null),
            rep);
    assertThat(logged.nextTask()).isNull();
    assertWorking(MONDAY.plusDays(30));
    assertThat(desk.see(task)).containsEntry("reason", "delivery");
    assertThat(jdbc.sql("select text, severity, resolved_at from complaint").query().singleRow())
        .containsEntry("text", "late twice")
        .containsEntry("severity", 4)
        .containsEntry("resolved_at", null);
    assertThat(tasks.plan(MONDAY)).isZero();
  }

  @Test
  void aGatekeeperIsNobodyReachedAndIsTriedInAnotherPartOfTheDay() {
    var logged =
        tasks.log(task, CallLog.of(CallResult.NOT_THERE).with(CallDetail.GATEKEEPER, null), rep);
    assertNext(logged, TaskKind.CALL, MONDAY.plusDays(1));
    assertThat(next(logged)).containsEntry("part", "afternoon");
    assertThat(desk.contact(task)).containsEntry("reached", false);
    assertThat(jdbc.sql("select detail from call").query(String.class).single())
        .isEqualTo("gatekeeper");
  }

  /** CAL-20, CAL-27: reached, and not pressed. */
  @Test
  void whoDoesNotWantToTalkIsLeftAloneForAWeek() {
    var logged = tasks.log(task, CallLog.of(CallResult.TALKED).with(CallDetail.REFUSED, null), rep);
    assertNext(logged, TaskKind.CALL, MONDAY.plusDays(7));
    assertThat(desk.contact(task)).containsEntry("reached", true);
  }

  /** DET-14, CAL-20: a signal of loss at once, and the reason is asked about. */
  @Test
  void whoEndsTheContractIsASignalOfLossAndAskedForTheReason() {
    task = desk.work(stories.aCustomer().silentFor(96), rep, "1000");
    var logged = tasks.log(task, CallLog.of(CallResult.TALKED).with(CallDetail.ENDED, null), rep);
    assertNext(logged, TaskKind.CALL, MONDAY.plusDays(1));
    assertThat(desk.contact(task)).containsEntry("result", "ended");
    assertThat(signals()).contains("ended");
    tasks.undo(task, rep);
    assertThat(signals()).doesNotContain("ended");
  }

  private List<String> signals() {
    return jdbc.sql("select kind from signal").query(String.class).list();
  }

  @Test
  void whatWasSaidIsToldByTheLineThatWasPressed() {
    var ended = CallLog.of(CallResult.TALKED).with(CallDetail.ENDED, null);
    assertThat(tasks.log(task, ended, rep).said()).isEqualTo("ended");
    var calls = work.page(WorkKind.CALLS, TeamFilter.of("all"), null, 5, stories.manager()).items();
    assertThat(calls).singleElement().satisfies(call -> assertThat(call.said()).isEqualTo("ended"));
    assertThat(calls.get(0).what()).as("the outcome that is counted").isEqualTo("talked");
  }

  @Test
  void aDetailBelongsToItsOutcome() {
    assertThatThrownBy(() -> CallLog.of(CallResult.VOICEMAIL).with(CallDetail.ENDED, null))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo("detail"));
    assertThatThrownBy(() -> CallDetail.ofCode("won")).isInstanceOf(Refused.class);
    for (var detail : CallDetail.values()) {
      assertThat(CallDetail.ofCode(detail.code())).isEqualTo(detail);
    }
  }

  @Test
  void ourPromiseIsDueOnItsDayWithItsWords() {
    assertRefused(CallLog.of(CallResult.PROMISED), "next");
    var logged =
        tasks.log(
            task,
            new CallLog(
                CallResult.PROMISED, "", null, null, "send samples", "2026-06-04", false, null),
            rep);
    assertNext(logged, TaskKind.PROMISE, MONDAY.plusDays(3));
    assertThat(next(logged)).containsEntry("aim", "send samples");
  }

  @Test
  void aFinalNoNeedsAReasonClosesTheLapseAndLeavesOneFarContact() {
    assertRefused(CallLog.of(CallResult.FINAL_NO), "reason");
    var logged = tasks.log(task, because(CallResult.FINAL_NO, "price"), rep);
    assertNext(logged, TaskKind.FAR_CONTACT, LocalDate.of(2026, 12, 1));
    assertThat(desk.see(task))
        .containsEntry("stage", "REFUSED")
        .containsEntry("close_reason", "price")
        .containsEntry("status", "active");
    assertThat(desk.open(rep)).hasSize(1);
  }

  @Test
  void whoIsNotWantedGetsNoNextStep() {
    assertRefused(CallLog.of(CallResult.NOT_WANTED), "reason");
    var logged = tasks.log(task, because(CallResult.NOT_WANTED, "pays badly"), rep);
    assertThat(logged.nextTask()).isNull();
    assertThat(desk.see(task)).containsEntry("stage", "NOT_WANTED");
  }

  @Test
  void whoMovedIsHandedOverAndLettersRest() {
    var logged = tasks.log(task, CallLog.of(CallResult.MOVED), rep);
    assertThat(logged.nextTask()).as("a manager decides, see MovedOutcomeTest").isNull();
    assertWorking(MONDAY.plusDays(31));
  }

  @Test
  void aPersonWithoutAFirmWhoIsGoneEndsTheLapse() {
    var logged = tasks.log(task, CallLog.of(CallResult.PERSON_GONE), rep);
    assertThat(logged.nextTask()).isNull(); // no firm, no successor
    assertThat(desk.see(task)).containsEntry("stage", "GONE").containsEntry("status", "left");
    var second = desk.call(rep);
    tasks.log(second, because(CallResult.PERSON_GONE, "deceased"), rep);
    assertThat(desk.see(second)).containsEntry("stage", "GONE").containsEntry("status", "deceased");
  }

  @Test
  void aWrongNumberIsCorrectedAndLettersGoOn() {
    var logged = tasks.log(task, CallLog.of(CallResult.WRONG_NUMBER), rep);
    assertNext(logged, TaskKind.DATA_CARE, MONDAY.plusDays(1));
    assertWorking(null);
  }

  @Test
  void neverContactMeStopsEverythingForEver() {
    var logged = tasks.log(task, CallLog.of(CallResult.NEVER_CONTACT), rep);
    assertThat(logged.nextTask()).isNull();
    assertThat(desk.see(task))
        .containsEntry("stage", "REFUSED")
        .containsEntry("status", "never_contact");
    assertThat(suppressed()).isEqualTo(1);
    assertThat(desk.open(rep)).isEmpty();
    assertRefused(desk.call(rep), next(CallResult.NEVER_CONTACT, "+1d"), "next");
  }

  @Test
  void whoOrderedIsThankedWithinADayButOnlyAPurchaseReturnsHim() {
    var logged = tasks.log(task, CallLog.of(CallResult.ORDERED), rep);
    assertNext(logged, TaskKind.THANK_YOU, MONDAY.plusDays(1));
    assertWorking(MONDAY.plusDays(31));
    assertThat(
            jdbc.sql("select count(*) from lapse where returned_on is not null")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void everyOutcomeHasACodeThatLeadsBackToIt() {
    for (var result : CallResult.values()) {
      assertThat(CallResult.ofCode(result.code())).isEqualTo(result);
    }
    assertThatThrownBy(() -> CallResult.ofCode("won"))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo("result"));
  }

  private void assertRefused(CallLog log, String field) {
    assertRefused(task, log, field);
  }

  /** And nothing is written. */
  private void assertRefused(TaskId task, CallLog log, String field) {
    long before = desk.count("call") + desk.count("contact") + desk.count("task");
    assertThatThrownBy(() -> tasks.log(task, log, rep))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo(field));
    assertThat(desk.count("call") + desk.count("contact") + desk.count("task")).isEqualTo(before);
    assertThat(desk.see(task)).containsEntry("state", "open").containsEntry("stage", "LOST");
  }

  private void assertWorking(@Nullable LocalDate lettersRest) {
    assertThat(desk.see(task))
        .containsEntry("state", "done")
        .containsEntry("stage", "WORKING")
        .containsEntry("letters_rest_until", lettersRest == null ? null : date(lettersRest));
  }

  private void assertNext(Logged logged, TaskKind kind, LocalDate day) {
    assertThat(logged.nextKind()).isEqualTo(kind);
    assertThat(logged.nextOn()).isEqualTo(day);
    assertThat(next(logged))
        .containsEntry("state", "open")
        .containsEntry("kind", kind.code())
        .containsEntry("due_on", date(day));
  }

  private java.util.Map<String, Object> next(Logged logged) {
    return desk.see(nextOf(logged));
  }

  private static TaskId nextOf(Logged logged) {
    return java.util.Objects.requireNonNull(logged.nextTask());
  }

  private static Date date(LocalDate day) {
    return Date.valueOf(day);
  }

  private static CallLog next(CallResult result, String next) {
    return new CallLog(result, "", null, null, null, next, false, null);
  }

  private static CallLog because(CallResult result, String reason) {
    return new CallLog(result, "", reason, null, null, null, false, null);
  }

  private long suppressed() {
    return jdbc.sql(
            "select count(*) from suppression where reason = 'objection' and lifted_at is null")
        .query(Long.class)
        .single();
  }
}
