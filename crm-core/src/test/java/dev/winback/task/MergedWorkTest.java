package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.complaint.Complaint;
import dev.winback.complaint.Complaints;
import dev.winback.customer.Merges;
import dev.winback.lapse.Decision;
import dev.winback.lapse.Decisions;
import dev.winback.lapse.LapseId;
import dev.winback.report.LapsePages;
import dev.winback.report.LostCustomers;
import dev.winback.report.LostFilter;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.team.Visits;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.worth.Answer;
import dev.winback.worth.Considerations;
import dev.winback.worth.Criterion;
import dev.winback.worth.CriterionRow;
import dev.winback.worth.DecisionRecords;
import dev.winback.worth.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * I10, CAL-02, CAL-16, CAL-20: two records of one customer are one loss also for what was called,
 * promised and complained of under either of them, and two again when they are taken apart.
 */
@CoreTest
class MergedWorkTest {

  @Autowired Tasks tasks;
  @Autowired ContactPlans plans;
  @Autowired Complaints complaints;
  @Autowired Merges merges;
  @Autowired Visits visits;
  @Autowired Decisions decisions;
  @Autowired DecisionRecords records;
  @Autowired Considerations considerations;
  @Autowired LapsePages pages;
  @Autowired LostCustomers lost;
  @Autowired Desk desk;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private Actor rep;
  private Actor other;
  private Actor manager;
  private LapseId anna;
  private LapseId berta;

  @BeforeEach
  void twoRecords() {
    rep = stories.rep("rep");
    other = stories.rep("rep2");
    manager = stories.manager();
    anna = desk.lapse(stories.aCustomer("A").silentFor(95), rep, "1000");
    berta = desk.lapse(stories.aCustomer("B").silentFor(95), other, "500");
  }

  @Test
  void theCallsToBothRecordsCountAgainstOnePlan() {
    notThere(notThere(call(anna, rep), rep), rep);
    notThere(notThere(call(berta, other), other), other);
    long merge = merges.merge("A", "B", Set.of(), manager);
    assertThat(plans.of(anna, rep).made()).isEqualTo(4);
    jdbc.sql("update task set state = 'cancelled' where state = 'open'").update();
    assertThat(tasks.plan(clock.today())).as("the plan is used up").isZero();
    merges.part("A", merge, manager);
    assertThat(plans.of(anna, rep).made()).isEqualTo(2);
    assertThat(tasks.plan(clock.today())).isPositive();
  }

  @Test
  void ofTwoPlansTheLongerOneHolds() {
    notThere(call(anna, rep), rep);
    plans.raise(berta, 9, other);
    merges.merge("A", "B", Set.of(), manager);
    assertThat(plans.of(anna, rep).planned()).isEqualTo(9);
  }

  @Test
  void aComplaintToldUnderTheOtherRecordMakesTheLossWaitAndItsRepIsToldWhenItIsSolved() {
    long call = complains(call(berta, other));
    merges.merge("A", "B", Set.of(), manager);
    assertThat(tasks.plan(clock.today())).isZero();
    resolve(call, clock.instant());
    assertThat(desk.open(rep))
        .singleElement()
        .satisfies(
            one ->
                assertThat(one)
                    .containsEntry("kind", "solved")
                    .containsEntry("lapse_id", anna.value()));
    resolve(call, null);
    assertThat(desk.open(rep)).isEmpty();
  }

  /** DEC-16, DEC-18, DEC-19: what was thought of one of them was thought of him. */
  @Test
  void whatWasDecidedAnsweredMarkedAndTalkedUnderTheOtherRecordIsOnThePageOfTheLoss() {
    decisions.decide(berta, Decision.RETURN, "a visiting card", null, manager);
    considerations.mark(berta, Criterion.RUDE, true, manager);
    considerations.answer(berta, Map.of(Question.LOYAL, "they will not mind"), manager);
    tasks.log(call(berta, other), CallLog.of(CallResult.TALKED), other);
    var talked = pages.facts(berta, other).firstTalk();
    long merge = merges.merge("A", "B", Set.of(), manager);
    assertThat(records.of(anna, manager)).extracting("reason").containsExactly("a visiting card");
    assertThat(marks(anna)).containsExactly(Criterion.RUDE);
    assertThat(considerations.answers(anna, null, manager))
        .extracting(Answer::words)
        .contains("they will not mind");
    assertThat(pages.facts(anna, rep).firstTalk()).isNotNull().isEqualTo(talked);
    merges.part("A", merge, manager);
    assertThat(records.of(anna, manager)).isEmpty();
    assertThat(marks(anna)).isEmpty();
  }

  private List<Criterion> marks(LapseId lapse) {
    return considerations.criteria(lapse, manager).stream()
        .filter(row -> row.marked() != null)
        .map(CriterionRow::criterion)
        .toList();
  }

  /** CAL-29. */
  @Test
  void aVisitOrAMeetingAgreedUnderTheOtherRecordIsTheOneOfTheLoss() {
    var at = clock.instant().plus(Duration.ofDays(2));
    visits.arrange(berta, at, "", manager);
    merges.merge("A", "B", Set.of(), manager);
    assertThatThrownBy(() -> visits.arrange(anna, at, "", manager)).isInstanceOf(Refused.class);
    jdbc.sql("update visit set cancelled_at = now()").update();
    visits.arrange(anna, at, "", manager);
    assertThat(desk.open(rep)).as("the meeting that was agreed").hasSize(1);
  }

  @Test
  void whatWasPromisedUnderTheOtherRecordIsKeptAndThenTheLossGoesOn() {
    var promise = desk.task(berta, other, TaskKind.PROMISE, clock.today());
    call(berta, other);
    merges.merge("A", "B", Set.of(), manager);
    assertThat(desk.open(other)).isEmpty();
    assertThat(desk.open(rep))
        .as("the call of the part ends with it, the promise does not")
        .singleElement()
        .satisfies(one -> assertThat(one).containsEntry("kind", "promise"));
    assertThat(pages.facts(anna, rep).nextOn())
        .as("the loss has a next step")
        .isEqualTo(clock.today());
    assertThat(lost.count(LostFilter.of("work=no-next"), manager)).isZero();
    var card = tasks.today(null, null, promise, rep).card();
    assertThat(card.task().lapse()).isEqualTo(anna);
    tasks.log(promise, CallLog.of(CallResult.TALKED), rep);
    assertThat(desk.see(promise)).containsEntry("lapse_id", anna.value());
    assertThat(desk.open(rep))
        .singleElement()
        .satisfies(one -> assertThat(one).containsEntry("lapse_id", anna.value()));
  }

  @Test
  void aPromiseOfThePartEndsAndComesBackWithTheLoss() {
    var promise = desk.task(berta, other, TaskKind.PROMISE, clock.today());
    long merge = merges.merge("A", "B", Set.of(), manager);
    var first = call(anna, rep);
    var no = new CallLog(CallResult.FINAL_NO, "", "price", null, null, null, false, null);
    tasks.log(first, no, rep);
    assertThat(desk.see(promise)).containsEntry("state", "cancelled");
    tasks.undo(first, rep);
    assertThat(desk.see(promise)).containsEntry("state", "open");
    assertThat(desk.see(promise)).containsEntry("member_id", rep.member());
    merges.part("A", merge, manager);
    assertThat(desk.see(promise))
        .containsEntry("state", "open")
        .containsEntry("member_id", other.member())
        .containsEntry("lapse_id", berta.value());
  }

  private TaskId call(LapseId lapse, Actor member) {
    return desk.task(lapse, member, TaskKind.CALL, clock.today());
  }

  private TaskId notThere(TaskId task, Actor member) {
    return Objects.requireNonNull(
        tasks.log(task, CallLog.of(CallResult.NOT_THERE), member).nextTask());
  }

  private long complains(TaskId task) {
    tasks.log(
        task,
        new CallLog(CallResult.COMPLAINT, "late", "delivery", 4, null, null, false, null),
        other);
    return jdbc.sql("select max(id) from call").query(Long.class).single();
  }

  private void resolve(long call, @Nullable Instant at) {
    complaints.record(
        List.of(
            new Complaint(
                0,
                "B",
                "winback",
                "call-" + call,
                clock.instant(),
                "late",
                4,
                null,
                null,
                at,
                null,
                null,
                0b10011)));
  }
}
