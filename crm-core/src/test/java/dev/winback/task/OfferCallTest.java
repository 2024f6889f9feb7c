package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.grant.GrantId;
import dev.winback.grant.GrantLists;
import dev.winback.grant.GrantRow;
import dev.winback.grant.Grants;
import dev.winback.grant.OfferEntry;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Pauses;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import dev.winback.why.Backgrounds;
import dev.winback.why.Looked;
import dev.winback.why.Telling;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** DEC-33, table "Outcome of a contact": an offer is given in a call, and taken back with it. */
@CoreTest
class OfferCallTest {

  @Autowired Tasks tasks;
  @Autowired Grants grants;
  @Autowired Pauses pauses;
  @Autowired GrantLists lists;
  @Autowired Desk desk;
  @Autowired Stories stories;
  @Autowired Backgrounds backgrounds;
  @Autowired JdbcClient jdbc;

  private Actor rep;
  private TaskId task;
  private LapseId lapse;

  @BeforeEach
  void aCall() {
    rep = stories.rep("rita");
    var customer = stories.aCustomer("LOST").ownedBy(rep).silentFor(95).save();
    lapse = desk.lapse(customer, rep, "1000", dev.winback.lapse.Stage.LOST);
    backgrounds.look(lapse, Looked.ALL, rep);
    task = desk.task(lapse, rep, TaskKind.CALL, dev.winback.testing.MovableClock.START);
    jdbc.sql(
            """
            insert into customer_value (customer_id, purchases, visits, first_purchase, last_purchase,
                                        revenue, value_year, currency)
            values (:id, 10, 10, '2025-01-01', '2026-01-01', 1000, 1000, 'EUR')
            """)
        .param("id", customer.value())
        .update();
  }

  private static CallLog says(String offer) {
    return new CallLog(
        CallResult.OFFER_GIVEN,
        "",
        null,
        null,
        null,
        null,
        false,
        "f",
        Telling.NOTHING,
        null,
        null,
        null,
        offer,
        null);
  }

  private List<GrantRow> given() {
    return lists.of(lapse, rep);
  }

  @Test
  void anOfferIsGivenInTheCall() {
    tasks.log(task, says("discount:5"), rep);
    tasks.log(task, says("discount:5"), rep);
    assertThat(given()).as("the card sent twice").hasSize(1);
    assertThat(given().get(0).state()).isEqualTo("given");
    assertThat(given().get(0).percent()).isEqualTo(5);
    assertThat(given().get(0).coupon()).isNotNull();
  }

  /** Else the coupon is made, and the call says that he thinks it over. */
  @Test
  void anOfferBesideAnotherOutcomeIsRefused() {
    assertThatThrownBy(() -> saysBeside(CallResult.THINKING, "discount:5"))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo("offer"));
  }

  private static CallLog saysBeside(CallResult result, String offer) {
    return new CallLog(
        result,
        "",
        null,
        null,
        null,
        null,
        false,
        "f",
        Telling.NOTHING,
        null,
        null,
        null,
        offer,
        null);
  }

  @Test
  void theUndoOfTheCallTakesItBack() {
    tasks.log(task, says("discount"), rep);
    var coupon = given().get(0).coupon();
    tasks.undo(task, rep);
    assertThat(given().get(0).state()).isEqualTo("withdrawn");
    assertThat(
            jdbc.sql("select count(*) from coupon where code = :c")
                .param("c", coupon)
                .query(Long.class)
                .single())
        .isZero();
    tasks.log(task, says("discount"), rep);
    assertThat(given().get(0).state()).as("again").isEqualTo("given");
  }

  @Test
  void whatIsAboveHisAuthorityCannotBePromised() {
    assertThatThrownBy(() -> tasks.log(task, says("discount:11"), rep))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("grant.asks.percent");
    assertThat(given()).isEmpty();
    assertThat(desk.see(task)).containsEntry("state", "open");
  }

  @Test
  void whatWasApprovedIsGivenInACallAndApprovedAgainByItsUndo() {
    grants.offer(lapse, OfferEntry.of(Map.of("kind", "discount", "percent", "20")), rep);
    long asked = given().get(0).id();
    assertThatThrownBy(() -> tasks.log(task, says("" + asked), rep))
        .as("not yet")
        .isInstanceOf(Refused.class);
    grants.approve(new GrantId(asked), null, null, null, stories.manager());
    tasks.log(task, says("" + asked), rep);
    assertThat(given().get(0).state()).isEqualTo("given");
    tasks.undo(task, rep);
    assertThat(given().get(0).state()).isEqualTo("approved");
    tasks.log(task, says("" + asked), rep);
    assertThat(given().get(0).coupon()).isNotNull();
  }

  @Test
  void theNextCallIsOnTheDayOfTheAnswerAndTheOtherWayRound() {
    tasks.log(task, says("discount:5"), rep);
    var answer = given().get(0).answerBy();
    assertThat(answer).isEqualTo("2026-06-04");
    assertThat(next()).isEqualTo("2026-06-04");
    tasks.undo(task, rep);
    tasks.log(task, saysFor("discount:5", "2026-06-11"), rep);
    assertThat(given().get(0).answerBy()).isEqualTo("2026-06-11");
    assertThat(next()).isEqualTo("2026-06-11");
  }

  @Test
  void anOfferThatIsOverByTheNextCallIsAnsweredBeforeIt() {
    tasks.log(task, saysFor("discount:5", "2026-12-01"), rep);
    assertThat(given().get(0).answerBy()).isEqualTo("2026-06-04");
    assertThat(next()).isEqualTo("2026-12-01");
  }

  @Test
  void anOfferWithoutACallMovesThePlannedCallOrMakesOne() {
    var early = OfferEntry.of(Map.of("kind", "discount", "percent", "5", "answerBy", "2026-06-10"));
    grants.offer(lapse, early, rep);
    assertThat(next()).isEqualTo("2026-06-10");
    jdbc.sql("update task set state = 'cancelled'").update();
    grants.takeBack(new GrantId(given().get(0).id()), rep);
    grants.offer(lapse, early, rep);
    assertThat(next()).isEqualTo("2026-06-10");
  }

  @Test
  void anOfferThatIsTakenBackLeavesTheCallWhereItWas() {
    jdbc.sql("update task set due_at = '2026-06-01T15:00:00Z', part = 'afternoon'").update();
    grants.offer(lapse, answered("2026-06-10"), rep);
    grants.takeBack(new GrantId(given().get(0).id()), rep);
    assertThat(next()).isEqualTo("2026-06-01");
    assertThat(desk.see(task))
        .containsEntry("part", "afternoon")
        .containsEntry(
            "due_at", java.sql.Timestamp.from(java.time.Instant.parse("2026-06-01T15:00:00Z")));
    jdbc.sql("update task set state = 'cancelled'").update();
    grants.offer(lapse, answered("2026-06-10"), rep);
    assertThat(next()).isEqualTo("2026-06-10");
    grants.takeBack(new GrantId(given().get(0).id()), rep);
    assertThat(desk.open(rep)).as("made for the offer alone").isEmpty();
  }

  /** Decision 1011: he is asked for his answer at that hour, and once. */
  @Test
  void anOfferAfterAnHourThatWasAgreedMakesNoSecondCall() {
    jdbc.sql("update task set kind = 'call_back', due_at = '2026-06-01T15:00:00Z'").update();
    grants.offer(lapse, answered("2026-06-10"), rep);
    assertThat(desk.open(rep)).hasSize(1);
    assertThat(next()).isEqualTo("2026-06-01");
  }

  @Test
  void aCallThatSomebodyMovedSinceStays() {
    grants.offer(lapse, answered("2026-06-10"), rep);
    jdbc.sql("update task set due_on = '2026-06-11'").update();
    grants.takeBack(new GrantId(given().get(0).id()), rep);
    assertThat(next()).isEqualTo("2026-06-11");
  }

  @Test
  void takingOneOfferBackLeavesTheCallOfTheOther() {
    grants.offer(lapse, gift("2026-06-08"), rep);
    var first = new GrantId(given().get(0).id());
    grants.offer(lapse, answered("2026-06-10"), rep);
    grants.takeBack(first, rep);
    assertThat(next()).isEqualTo("2026-06-10");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void takingBothOffersBackLeavesTheCallWhereItWasInWhicheverOrder(boolean firstFirst) {
    jdbc.sql("update task set part = 'afternoon'").update();
    grants.offer(lapse, gift("2026-06-08"), rep);
    var first = new GrantId(given().get(0).id());
    grants.offer(lapse, answered("2026-06-10"), rep);
    var second = other(first);
    grants.takeBack(firstFirst ? first : second, rep);
    assertThat(next()).isEqualTo(firstFirst ? "2026-06-10" : "2026-06-08");
    grants.takeBack(firstFirst ? second : first, rep);
    assertThat(next()).isEqualTo("2026-06-01");
    assertThat(desk.see(task)).containsEntry("part", "afternoon");
  }

  @Test
  void aCallThatAnOfferMadeEndsWithTheLastOfThem() {
    jdbc.sql("update task set state = 'cancelled'").update();
    grants.offer(lapse, gift("2026-06-08"), rep);
    var first = new GrantId(given().get(0).id());
    grants.offer(lapse, answered("2026-06-10"), rep);
    grants.takeBack(first, rep);
    assertThat(next()).isEqualTo("2026-06-10");
    grants.takeBack(other(first), rep);
    assertThat(desk.open(rep)).isEmpty();
  }

  private GrantId other(GrantId one) {
    return given().stream()
        .map(row -> new GrantId(row.id()))
        .filter(id -> !id.equals(one))
        .findAny()
        .orElseThrow();
  }

  @Test
  void takingBackAnOfferWhoseCallIsDoneLeavesTheCallThatAnotherMade() {
    grants.offer(lapse, gift("2026-06-08"), rep);
    var first = new GrantId(given().get(0).id());
    jdbc.sql("update task set state = 'done', closed_at = clock_timestamp()").update();
    grants.offer(lapse, answered("2026-06-10"), rep);
    assertThat(next()).isEqualTo("2026-06-10");
    grants.takeBack(first, rep);
    assertThat(next()).isEqualTo("2026-06-10");
  }

  /** Decision 780: he expects this call, so a plan that is used up does not keep it back. */
  @Test
  void aPlanThatIsUsedUpStillEndsWithTheAnswer() {
    tasks.log(task, CallLog.of(CallResult.NOT_THERE), rep);
    jdbc.sql("update task set state = 'cancelled' where state = 'open'").update();
    jdbc.sql("update contact_plan set planned = 1").update();
    grants.offer(lapse, answered("2026-06-10"), rep);
    assertThat(next()).isEqualTo("2026-06-10");
  }

  /** Who cannot or must not be called is not called about an offer either. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "update customer set phone = null",
        "update customer set preferred_channel = 'email'",
        "insert into complaint_wait (call_id, lapse_id, complaint_id) select id, lapse_id, 1 from call"
      })
  void whomTheNightWouldNotCallIsNotCalledAboutAnOffer(String because) {
    tasks.log(task, CallLog.of(CallResult.NOT_THERE), rep);
    jdbc.sql("update task set state = 'cancelled' where state = 'open'").update();
    jdbc.sql(because).update();
    grants.offer(lapse, answered("2026-06-10"), rep);
    assertThat(desk.open(rep)).isEmpty();
  }

  @Test
  void sixAttemptsBeforeTheAnswerDoNotKeepItsCallBack() {
    jdbc.sql("update task set state = 'cancelled'").update();
    desk.attempts(task, 6, LocalDate.of(2026, 5, 12));
    grants.offer(lapse, answered("2026-06-10"), rep);
    assertThat(next()).isEqualTo("2026-06-10");
    grants.takeBack(new GrantId(given().get(0).id()), rep);
    assertThat(desk.open(rep)).isEmpty();
  }

  /** DEC-36. */
  @Test
  void aPauseIsNotEndedByAnOffer() {
    pauses.pause(lapse, LocalDate.of(2026, 6, 15), rep);
    assertThat(next()).isEqualTo("2026-06-15");
    grants.offer(lapse, answered("2026-06-05"), rep);
    assertThat(next()).isEqualTo("2026-06-15");
    pauses.end(lapse, rep);
    assertThat(next()).as("the day of the answer").isEqualTo("2026-06-05");
  }

  private static OfferEntry answered(String day) {
    return OfferEntry.of(Map.of("kind", "discount", "percent", "5", "answerBy", day));
  }

  private static OfferEntry gift(String day) {
    return OfferEntry.of(Map.of("kind", "gift", "answerBy", day));
  }

  private String next() {
    return jdbc.sql("select due_on::text from task where state = 'open'")
        .query(String.class)
        .single();
  }

  private static CallLog saysFor(String offer, String next) {
    return new CallLog(
        CallResult.OFFER_GIVEN,
        "",
        null,
        null,
        null,
        next,
        false,
        null,
        Telling.NOTHING,
        null,
        null,
        null,
        offer,
        null);
  }
}
