package dev.winback.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.Customers;
import dev.winback.customer.Merges;
import dev.winback.customer.Suppressions;
import dev.winback.lapse.Decision;
import dev.winback.lapse.Decisions;
import dev.winback.lapse.Stage;
import dev.winback.letter.Activations;
import dev.winback.letter.DueLetter;
import dev.winback.letter.LetterFilter;
import dev.winback.letter.LetterId;
import dev.winback.letter.Letters;
import dev.winback.letter.RenderedLetter;
import dev.winback.letter.WaitingLetters;
import dev.winback.shared.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * An invitation leaves by the gate and the outbox of all letters, once, or is held with its reason.
 */
class InvitationsTest extends SurveyStories {

  private static final Duration MARGIN = Duration.ofSeconds(5);

  @Autowired Letters letters;
  @Autowired Activations activations;
  @Autowired Decisions decisions;
  @Autowired Suppressions suppressions;
  @Autowired Merges merges;
  @Autowired Customers customers;
  @Autowired WaitingLetters waiting;

  private List<DueLetter> claim() {
    return outbox.claim("a", 10, LEASE);
  }

  private boolean announce(DueLetter letter) {
    return outbox.announce(letter, new RenderedLetter("s", "h", "t"), "a", MARGIN, LEASE);
  }

  private void send(DueLetter letter) {
    assertThat(announce(letter)).isTrue();
    outbox.sent(letter.id(), "a", 250, "ok");
  }

  /** Whoever reads it before it leaves does not answer in the customer's name. */
  @Test
  void anInvitationThatWaitsIsReadWithoutAWayToAnswer() {
    invite(departed, "lost");
    var letter = new LetterId(jdbc.sql("select id from letter").query(Long.class).single());
    var read = waiting.content(letter, manager).orElseThrow();
    assertThat(read.template().buttonUrl()).isEqualTo("#");
  }

  /** UND-13: no letter reaches them (720), but they have left too and may be asked. */
  @ParameterizedTest
  @ValueSource(strings = {"REFUSED", "NOT_WANTED", "TWICE_LOST", "UNREACHABLE"})
  void whoWasLetGoIsNamedToBeAskedOnTheTelephone(String stage) {
    jdbc.sql("update lapse set stage = :stage, closed_on = opened_on")
        .param("stage", stage)
        .update();
    for (var target : List.of("lost", "unasked")) {
      assertThat(because(departed, new Target(target, null, null))).containsExactly("L-1 let-go");
    }
    assertThat(because(departed, new Target(null, "L-1", null))).containsExactly("L-1 let-go");
    assertThat(invite(departed, "lost")).isZero();
    answers.byPhone(departed, "L-1", form(departed, "reason", "price"), rep);
    assertThat(because(departed, new Target("unasked", null, null))).isEmpty();
    stories.purchase(lost, clock.today(), "10");
    assertThat(because(departed, new Target("lost", null, null))).isEmpty();
  }

  @Test
  void eachKindReachesItsOwnCustomersAndSaysWhoIsLeftOut() {
    var numbers = new Target(null, "L-1, T-1", null);
    assertThat(because(departed, numbers)).containsExactlyInAnyOrder("L-1 null", "T-1 not-lost");
    assertThat(because(ofLoyal, numbers)).containsExactlyInAnyOrder("L-1 lost", "T-1 null");
    assertThat(because(departed, new Target("unasked", null, null))).containsExactly("L-1 null");
    assertThat(because(ofLoyal, new Target("loyal", null, null))).containsExactly("T-1 null");
    assertThat(because(satisfaction, new Target("active", null, null))).containsExactly("T-1 null");
    findings.tell(lapse, dev.winback.why.Telling.reason("price"), rep);
    assertThat(because(departed, new Target("unasked", null, null))).isEmpty();
    assertThat(because(departed, new Target("lost", null, null))).containsExactly("L-1 null");
  }

  /** Whoever names numbers is told of each of them: none is cut off, none vanishes. */
  @Test
  void eachNumberThatIsNamedIsAccountedFor() {
    jdbc.sql(
            "insert into customer (ref, merged_into) select 'L-0', id from customer where ref = 'L-1'")
        .update();
    stories.aCustomer("GONE").save();
    jdbc.sql("update customer set erased_at = now() where ref = 'GONE'").update();
    var named = new Target(null, "NOPE L-0;T-1, NOPE,GONE", 1);
    assertThat(because(departed, named)).containsExactlyInAnyOrder("L-1 null", "T-1 not-lost");
    assertThat(invitations.unknown(named, manager)).containsExactly("NOPE", "GONE");
    assertThat(invitations.unknown(new Target("lost", null, null), manager)).isEmpty();
    var many = "N-" + String.join(" N-", IntStream.range(0, 1001).mapToObj(n -> "" + n).toList());
    assertThatThrownBy(() -> because(departed, new Target(null, many, null)))
        .isInstanceOf(Refused.class);
  }

  @Test
  void whoCannotBeWrittenToIsSaidWithTheReason() {
    var target = new Target("lost", null, null);
    jdbc.sql("update customer set email = 'none' where ref = 'L-1'").update();
    assertThat(because(departed, target)).containsExactly("L-1 no-address");
    jdbc.sql("update customer set email = 'l@example.org', email_consent = null where ref = 'L-1'")
        .update();
    assertThat(because(departed, target)).containsExactly("L-1 no-basis");
    jdbc.sql("update customer set email_consent = true, status = 'left' where ref = 'L-1'")
        .update();
    assertThat(because(departed, target)).containsExactly("L-1 person-inactive");
    assertThat(invite(departed, "lost")).isZero();
    assertThat(rows("letter")).isZero();
  }

  @Test
  void targetsAndTheirNumberAreChecked() {
    assertThatThrownBy(() -> invite(departed, "loyal")).isInstanceOf(Refused.class);
    for (int most : new int[] {0, 1001}) {
      assertThatThrownBy(
              () -> invitations.invite(departed, new Target("lost", null, most), manager))
          .isInstanceOf(Refused.class);
    }
  }

  @Test
  void nothingLeavesBeforeAPersonHasReleasedIt() {
    assertThat(invite(departed, "lost")).isOne();
    assertThat(state("state")).isEqualTo("HELD");
    assertThat(state("hold_reason")).isEqualTo("REVIEW");
    assertThat(claim()).isEmpty();
    letters.releaseAll(-1, manager);
    jdbc.sql("update letter set next_attempt_at = clock_timestamp()").update();
    assertThat(claim()).singleElement().satisfies(this::looksLikeASurvey);
  }

  /** LET-24: before anybody is invited, and not when the letters wait. */
  @Test
  void aFirmWithoutAnAddressInvitesNobodyAndIsToldWhatIsMissing() {
    jdbc.sql("update firm set name = '', postal_address = ''").update();
    assertThatThrownBy(() -> invite(departed, "lost")).hasMessage("letter.check.contact.red []");
    assertThat(rows("survey_invitation")).isZero();
  }

  /** letters.md: the second person is neither who wrote nor who invited. */
  @Test
  void moreInvitationsOfADayThanTheLimitWaitForASecondPerson() {
    var marketing = stories.marketing();
    activations.limit(1, manager);
    desk.lapse(stories.aCustomer("L-2").silentFor(96).save(), rep, "9", Stage.LOST);
    live(-1);
    assertThat(inviteNumber(departed, "L-1")).isOne();
    assertThat(claim()).hasSize(1);
    assertThat(inviteNumber(departed, "L-2")).isOne();
    assertThat(claim()).isEmpty();
    assertThat(state("max(hold_reason)")).isEqualTo("REVIEW");
    var asked = activations.waiting(-1, manager).orElseThrow();
    assertThat(asked.letters()).isEqualTo(2);
    assertThatThrownBy(() -> activations.approve(-1, asked.id(), manager))
        .isInstanceOf(Refused.class);
    activations.approve(-1, asked.id(), marketing);
    assertThat(claim()).hasSize(1);
  }

  @Test
  void whoInvitedLetsNoMoreThanTheLimitGo() {
    assertThat(invite(departed, "lost")).isOne();
    activations.limit(0, manager);
    assertThatThrownBy(() -> letters.releaseAll(-1, manager))
        .hasMessage("letter.refused.release.own [-1, 0]");
    assertThat(letters.releaseAll(-1, stories.marketing()).letters()).isOne();
  }

  private void looksLikeASurvey(DueLetter letter) {
    assertThat(letter.rung()).isEqualTo(-1);
    assertThat(letter.lapse()).isEqualTo(lapse);
    assertThat(letter.content().template().buttonUrl())
        .isEqualTo("http://localhost:8080/s/" + token(departed));
    assertThat(letter.content().variables().get("coupon")).isEmpty();
  }

  @Test
  void invitingTwiceWritesOneLetterAndItIsSentOnce() {
    live(-1);
    assertThat(invite(departed, "lost")).isOne();
    assertThat(invite(departed, "lost")).isZero();
    assertThat(because(departed, new Target("lost", null, null))).containsExactly("L-1 invited");
    send(claim().get(0));
    assertThat(claim()).isEmpty();
    letters.plan(clock.today());
    assertThat(claim()).isEmpty();
    assertThat(rows("letter")).isOne();
    assertThat(surveys.one(departed, manager).written()).isOne();
  }

  /** Whoever stays has no loss: the letter hangs on the invitation alone. */
  @Test
  void aLoyalCustomerIsWrittenToWithoutALoss() {
    live(-2);
    assertThat(invite(ofLoyal, "loyal")).isOne();
    var letter = claim().get(0);
    assertThat(letter.lapse()).isNull();
    assertThat(letter.content().variables().get("responsible")).isEqualTo("Rita");
    send(letter);
    assertThat(letters.list(LetterFilter.of(null, null, -2, "T-1"), null, rep).items()).hasSize(1);
    assertThat(
            letters.list(LetterFilter.of(null, null, -2, "T-1"), null, stories.rep("otto")).items())
        .isEmpty();
  }

  @Test
  void whatHoldsALetterHoldsASurveyToo() {
    live(-2);
    invite(ofLoyal, "loyal");
    var letter = claim().get(0);
    suppressions.stop("t-1@example.org", Suppressions.Reason.UNSUBSCRIBED, null);
    assertThat(announce(letter)).isFalse();
    assertThat(state("hold_reason")).isEqualTo("STOP_LIST");
  }

  @Test
  void aCapAndTheHoursAreThoseOfAllLetters() {
    live(-2);
    live(-3);
    invite(ofLoyal, "loyal");
    send(claim().get(0));
    invite(satisfaction, "active");
    assertThat(claim()).as("three days between two letters").isEmpty();
    assertThat(
            jdbc.sql("select hold_reason from letter where rung = -3").query(String.class).single())
        .isEqualTo("CAP");
    clock.forward(Duration.ofDays(3).plusHours(12));
    outbox.recover();
    assertThat(claim()).as("midnight").isEmpty();
    assertThat(
            jdbc.sql("select hold_reason from letter where rung = -3").query(String.class).single())
        .isEqualTo("OUTSIDE_HOURS");
    clock.forward(Duration.ofHours(12));
    outbox.recover();
    assertThat(claim()).hasSize(1);
  }

  @Test
  void whoHasAnsweredMeanwhileGetsNoLetter() {
    invite(departed, "lost");
    forms.answer(token(departed), form(departed, "reason", "price"));
    letters.releaseAll(-1, manager);
    letters.plan(clock.today());
    assertThat(state("state")).isEqualTo("SUPPRESSED");
    assertThat(state("hold_reason")).isEqualTo("ANSWERED");
  }

  @Test
  void aLossThatEndsStopsItsSurveyAndOneThatIsOpenAgainLetsItGoOn() {
    invite(departed, "lost");
    decisions.decide(lapse, Decision.NOT_WORTH, "x", null, manager);
    assertThat(state("state")).isEqualTo("SUPPRESSED");
    decisions.undo(lapse, manager);
    assertThat(state("hold_reason")).isEqualTo("REVIEW");
  }

  @Test
  void whoWasToStayAndHasLeftIsNotAskedWhatCouldMakeHimLeave() {
    live(-2);
    invite(ofLoyal, "loyal");
    desk.lapse(loyal, rep, "10", dev.winback.lapse.Stage.LATE);
    assertThat(claim()).isEmpty();
    letters.plan(clock.today());
    assertThat(state("state")).isEqualTo("SUPPRESSED");
    assertThat(state("hold_reason")).isEqualTo("LOST_MEANWHILE");
  }

  @Test
  void aLetterInDoubtIsSentAgainByAPersonAlone() {
    live(-2);
    invite(ofLoyal, "loyal");
    var letter = claim().get(0);
    announce(letter);
    outbox.inDoubt(letter.id(), "a", "lost");
    assertThat(claim()).isEmpty();
    letters.sendAgain(letter.id(), "he says he got none", manager);
    assertThat(claim()).singleElement().satisfies(again -> assertThat(again.rung()).isEqualTo(-2));
  }

  @Test
  void twoRecordsOfOnePersonAreAskedOnce() {
    stories.aCustomer("T-2").email("t-2@example.org").buyingEvery(20).times(4).silentFor(5).save();
    signals.foldAll(clock.today());
    live(-2);
    assertThat(invite(ofLoyal, "loyal")).isEqualTo(2);
    merges.merge("T-1", "T-2", Set.of(), manager);
    var both = claim();
    both.forEach(this::announce);
    assertThat(
            jdbc.sql("select count(*) from letter where state = 'ANNOUNCED'")
                .query(Long.class)
                .single())
        .isOne();
  }

  @Test
  void theLettersAddUpAndTheLadderKnowsNothingOfThem() {
    invite(departed, "lost");
    assertThat(letters.balance(manager))
        .singleElement()
        .satisfies(line -> assertThat(line.rung()).isEqualTo(-1));
    jdbc.sql("update rung set mode = 'live', backlog = true, since = '2020-01-01' where number > 0")
        .update();
    letters.plan(clock.today());
    letters.plan(clock.today());
    assertThat(jdbc.sql("select rung from letter order by rung").query(Integer.class).list())
        .containsExactly(-1, 1);
  }

  @Test
  void anErasedPersonIsAskedNothingMore() {
    live(-1);
    invite(departed, "lost");
    customers.erase("L-1", manager);
    assertThat(claim()).isEmpty();
    assertThat(forms.form(token(departed))).isEmpty();
  }
}
