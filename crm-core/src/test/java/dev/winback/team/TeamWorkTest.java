package dev.winback.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.lapse.Assignments;
import dev.winback.lapse.LapseId;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Memberships;
import dev.winback.staff.NotAllowed;
import dev.winback.staff.Role;
import dev.winback.task.Appointments;
import dev.winback.task.CallLog;
import dev.winback.task.CallResult;
import dev.winback.task.Desk;
import dev.winback.task.PromiseFilter;
import dev.winback.task.Promises;
import dev.winback.task.TaskKind;
import dev.winback.task.Tasks;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** CAL-29 visits with the rep, CAL-30 words on calls, DEC-35 the written plan. */
@CoreTest
class TeamWorkTest {

  private static final LocalDate TODAY = MovableClock.START;

  @Autowired Visits visits;
  @Autowired VisitLists seen;
  @Autowired PinNotes pins;
  @Autowired Appointments appointments;
  @Autowired Promises promises;
  @Autowired Plans plans;
  @Autowired PlanLists lists;
  @Autowired Assignments assignments;
  @Autowired Memberships members;
  @Autowired Tasks tasks;
  @Autowired Desk desk;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  private Actor manager;
  private Actor rep;
  private LapseId lapse;

  @BeforeEach
  void people() {
    manager = stories.manager();
    rep = stories.rep("rep");
    lapse = desk.lapseOf(rep, "100");
  }

  /** CAL-29. */
  @Test
  void theRepGetsAMeetingAndBothListenAndSumUp() {
    var at = clock.instant().plus(Duration.ofDays(2));
    long visit = visits.arrange(lapse, at, "Why did he go?", manager);
    var meeting = desk.open(rep).get(0);
    assertThat(meeting.get("kind")).isEqualTo("meeting");
    assertThat(meeting.get("due_on")).hasToString(TODAY.plusDays(2).toString());
    assertThat(meeting.get("aim")).isEqualTo("Why did he go?");
    assertThat(seen.next(lapse, rep)).get().extracting(Visit::id).isEqualTo(visit);
    assertThat(seen.coming(rep)).hasSize(1);
    assertThatThrownBy(() -> visits.sumUp(lapse, visit, " ", "x", rep)).isInstanceOf(Refused.class);
    visits.sumUp(lapse, visit, "The price was no problem", "We deliver on Mondays", rep);
    assertThat(desk.open(rep)).isEmpty();
    assertThat(seen.coming(manager)).isEmpty();
    assertThat(seen.of(lapse, manager).get(0).summary()).isEqualTo("We deliver on Mondays");
    assertThatThrownBy(() -> visits.sumUp(lapse, visit, "again", "", rep))
        .isInstanceOf(Refused.class);
  }

  @Test
  void theManagersCalendarHasTheVisitAndHisQuestionsWerePromisedToNobody() {
    var at = clock.instant().plus(Duration.ofDays(2));
    long visit = visits.arrange(lapse, at, "Why did he go?", manager);
    assertThat(appointments.of(appointments.open(manager))).hasSize(1);
    assertThat(appointments.of(appointments.open(rep))).hasSize(1);
    var promised = promises.page(new PromiseFilter("open", null), null, 5, rep).items();
    assertThat(promised).singleElement().satisfies(p -> assertThat(p.what()).isNull());
    visits.cancel(lapse, visit, manager);
    assertThat(appointments.of(appointments.open(manager))).isEmpty();
  }

  /** CAL-29. */
  @Test
  void thereIsOneVisitAheadAndItsEndEndsTheMeeting() {
    var at = clock.instant().plus(Duration.ofDays(2));
    long first = visits.arrange(lapse, at, "", manager);
    assertThatThrownBy(() -> visits.arrange(lapse, at.plusSeconds(60), "", manager))
        .isInstanceOf(Refused.class);
    assertThat(desk.open(rep)).hasSize(1);
    visits.cancel(lapse, first, manager);
    visits.bringBack(lapse, first, manager);
    assertThat(desk.open(rep)).as("called off by a slip").hasSize(1);
    visits.sumUp(lapse, first, "by a slip", "", rep);
    assertThat(desk.open(rep)).isEmpty();
    visits.bringBack(lapse, first, rep);
    assertThat(desk.open(rep)).hasSize(1);
    visits.cancel(lapse, first, manager);
    assertThatThrownBy(() -> visits.bringBack(lapse, first, rep)).isInstanceOf(NotAllowed.class);
    assertThat(desk.open(rep)).isEmpty();
    assertThatThrownBy(() -> visits.cancel(lapse, first, manager)).isInstanceOf(Refused.class);
    visits.arrange(lapse, at.plusSeconds(60), "", manager);
    assertThat(seen.coming(manager)).hasSize(1);
  }

  /** CAL-29. */
  @Test
  void aVisitCalledOffWhileNobodyHasTheLossIsNoMeetingForWhoGetsIt() {
    long visit = visits.arrange(lapse, clock.instant().plus(Duration.ofDays(2)), "", manager);
    assignments.leaveToMarketing(lapse, manager);
    visits.cancel(lapse, visit, manager);
    assignments.give(lapse, "rep", null, false, manager);
    assertThat(desk.open(rep)).isEmpty();
  }

  /** CAL-29: who agreed it keeps it. */
  @Test
  void theManagerGoesAlongToAMeetingThatTheRepHasAgreed() {
    var at = clock.instant().plus(Duration.ofDays(2));
    var own = desk.task(lapse, rep, TaskKind.MEETING, TODAY.plusDays(2));
    jdbc.sql("update task set due_at = :at, aim = 'Agree on Mondays' where id = :id")
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", own.value())
        .update();
    assertThatThrownBy(() -> visits.arrange(lapse, at.plusSeconds(60), "", manager))
        .isInstanceOf(Refused.class);
    long visit = visits.arrange(lapse, at, "Why did he go?", manager);
    visits.cancel(lapse, visit, manager);
    var meeting = desk.open(rep);
    assertThat(meeting).hasSize(1);
    assertThat(meeting.get(0).get("aim")).isEqualTo("Agree on Mondays");
  }

  /** CAL-29. */
  @Test
  void aVisitIsAheadOnlyWhileTheLossIsOpenAndGoesWithWhoWorksOnIt() {
    visits.arrange(lapse, clock.instant().plus(Duration.ofDays(2)), "", manager);
    var bob = stories.rep("bob");
    jdbc.sql("update lapse set assignee = :bob").param("bob", bob.member()).update();
    assertThat(seen.coming(rep)).isEmpty();
    assertThat(seen.coming(bob)).extracting(Visit::rep).containsExactly("Bob");
    jdbc.sql("update lapse set stage = 'NOT_WANTED'").update();
    assertThat(seen.coming(manager)).isEmpty();
    jdbc.sql("update lapse set stage = 'LOST'").update();
    assertThat(seen.coming(manager)).hasSize(1);
  }

  /** DEC-35, and back with who comes back. */
  @Test
  void openStepsAndVisitsOfWhoLeavesFollow() {
    var other = stories.member("chief", Role.MANAGER);
    long open = plans.add(lapse, "Send the sample", "rep", TODAY, manager);
    long done = plans.add(lapse, "Ask for a date", "rep", TODAY, manager);
    plans.done(lapse, done, true, rep);
    visits.arrange(lapse, clock.instant().plus(Duration.ofDays(2)), "", other);
    var admin = stories.admin();
    members.retire(rep.id(), stories.rep("bob").id(), admin);
    assertThat(who(open)).isEqualTo("bob");
    assertThat(who(done)).isEqualTo("rep");
    members.retire(other.id(), admin);
    assertThat(seen.coming(manager)).extracting(Visit::manager).containsExactly("Manager");
    members.takeBack(rep.id(), admin);
    assertThat(who(open)).isEqualTo("rep");
    members.takeBack(rep.id(), admin);
    assertThat(who(open)).isEqualTo("rep");
  }

  private String who(long step) {
    return lists.of(lapse, manager).stream()
        .filter(row -> row.id() == step)
        .findFirst()
        .orElseThrow()
        .login();
  }

  /** DEC-35, CAL-29. */
  @Test
  void whatWasPlannedForAMergedLossStandsAtTheLossItWentInto() {
    long step = plans.add(lapse, "Send the sample", "rep", TODAY, manager);
    long visit = visits.arrange(lapse, clock.instant().plus(Duration.ofDays(2)), "", manager);
    var whole = desk.lapseOf(rep, "100");
    jdbc.sql("update lapse set stage = 'MERGED', merged_with = :whole where id = :part")
        .param("whole", whole.value())
        .param("part", lapse.value())
        .update();
    assertThat(lists.of(whole, manager)).extracting(PlanStep::id).containsExactly(step);
    assertThat(seen.coming(manager)).extracting(Visit::lapse).containsExactly(whole.value());
    plans.done(whole, step, true, rep);
    visits.sumUp(whole, visit, "He is well", "", rep);
    assertThat(lists.of(whole, manager).get(0).doneBy()).isEqualTo("Rep");
  }

  /** CAL-29. */
  @Test
  void aVisitIsAheadAndSomebodyWorksOnTheLoss() {
    assertThatThrownBy(() -> visits.arrange(lapse, clock.instant(), "", manager))
        .isInstanceOf(Refused.class);
    var never = Instant.parse("+999999999-12-30T10:00:00Z");
    assertThatThrownBy(() -> visits.arrange(lapse, never, "", manager)).isInstanceOf(Refused.class);
    var later = clock.instant().plusSeconds(1);
    assertThatThrownBy(() -> visits.arrange(lapse, later, "", rep)).isInstanceOf(NotAllowed.class);
    var nobodys = desk.lapse(stories.aCustomer(), null, "1");
    assertThatThrownBy(() -> visits.arrange(nobodys, later, "", manager))
        .isInstanceOf(Refused.class);
  }

  private long call() {
    tasks.log(desk.task(lapse, rep, TaskKind.CALL, TODAY), CallLog.of(CallResult.NOT_THERE), rep);
    return jdbc.sql("select max(id) from call").query(Long.class).single();
  }

  /** CAL-30. */
  @Test
  void theManagersWordReachesTheRepWithItsDelay() {
    long call = call();
    clock.forward(Duration.ofMinutes(20));
    long pin = pins.write(call, "Calm", "", "No question asked", manager);
    assertThat(pins.unread(rep)).isEqualTo(1);
    var word = pins.page(null, null, 10, rep).items().get(0);
    assertThat(word.delay()).isEqualTo(Duration.ofMinutes(20));
    assertThat(word.interesting()).isNull();
    assertThat(pins.page(null, null, 10, stories.rep("other")).items()).isEmpty();
    pins.read(rep);
    pins.read(rep);
    assertThat(pins.unread(rep)).isZero();
    pins.undo(pin, manager);
    assertThat(pins.count(null, manager)).isZero();
    assertThatThrownBy(() -> pins.undo(pin, manager)).isInstanceOf(NotFound.class);
  }

  /** CAL-30. */
  @Test
  void aWordSaysSomethingOfSomebodyElsesCall() {
    long call = call();
    assertThatThrownBy(() -> pins.write(call, " ", "", "", manager)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> pins.write(call, "x", "", "", rep)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> pins.write(99_999, "x", "", "", manager)).isInstanceOf(NotFound.class);
    jdbc.sql("update call set member_id = :m").param("m", manager.member()).update();
    assertThatThrownBy(() -> pins.write(call, "x", "", "", manager)).isInstanceOf(Refused.class);
  }

  /** DEC-35. */
  @Test
  void aStepIsOverdueWhenItsDayIsOverAndNotOnTheDay() {
    long step = plans.add(lapse, "Send the sample", "rep", TODAY, manager);
    plans.add(lapse, "Ask for a date", "", TODAY.plusDays(3), rep);
    assertThat(lists.of(lapse, rep)).extracting(PlanStep::overdue).containsExactly(false, false);
    clock.setDay(TODAY.plusDays(1));
    assertThat(lists.of(lapse, rep)).extracting(PlanStep::overdue).containsExactly(true, false);
    var overdue = new PlanFilter("overdue", null);
    assertThat(lists.count(overdue, manager)).isEqualTo(1);
    assertThat(lists.page(overdue, null, 10, rep).items()).hasSize(1);
    plans.done(lapse, step, true, rep);
    plans.done(lapse, step, true, rep);
    assertThat(lists.count(overdue, manager)).isZero();
    plans.done(lapse, step, false, rep);
    plans.remove(lapse, step, true, rep);
    assertThat(lists.of(lapse, rep)).hasSize(1);
    plans.remove(lapse, step, false, rep);
    assertThat(lists.of(lapse, rep)).hasSize(2);
  }

  /** DEC-35. */
  @Test
  void whoseStepItIsTicksItOffWhoeverHasTheCustomer() {
    var other = stories.rep("other");
    long step = plans.add(lapse, "Send the sample", "other", TODAY, manager);
    plans.done(lapse, step, true, other);
    assertThat(lists.of(lapse, manager).get(0).doneBy()).isEqualTo("Other");
    assertThatThrownBy(() -> plans.remove(lapse, step, true, other)).isInstanceOf(NotFound.class);
    var third = stories.rep("third");
    assertThatThrownBy(() -> plans.done(lapse, step, false, third)).isInstanceOf(NotFound.class);
    var writer = stories.marketing();
    var all = new PlanFilter("all", null);
    assertThatThrownBy(() -> lists.page(all, null, 10, writer)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> lists.count(all, writer)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> lists.export(all, writer, row -> {})).isInstanceOf(NotAllowed.class);
  }

  /** DEC-35: no vague assurance. */
  @Test
  void aStepHasWordsADayAheadAndAMember() {
    assertThatThrownBy(() -> plans.add(lapse, " ", "", TODAY, rep)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> plans.add(lapse, "x", "", TODAY.minusDays(1), rep))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> plans.add(lapse, "x", "nobody", TODAY, rep))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> plans.add(lapse, "x", "", TODAY, stories.rep("other")))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> plans.add(lapse, "x", "", TODAY, stories.marketing()))
        .isInstanceOf(NotAllowed.class);
  }
}
