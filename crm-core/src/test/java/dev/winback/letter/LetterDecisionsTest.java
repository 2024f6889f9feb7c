package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.Suppressions;
import dev.winback.lapse.Decision;
import dev.winback.lapse.Decisions;
import dev.winback.lapse.LapseId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What people decide: releasing reviewed letters, letters in doubt; who may. */
@CoreTest
class LetterDecisionsTest {

  @Autowired Letters letters;
  @Autowired Ladder ladder;
  @Autowired Decisions decisions;
  @Autowired LadderStories stories;
  @Autowired Stories people;
  @Autowired BusinessClock clock;
  @Autowired Outbox outbox;
  @Autowired DoubtfulLetters doubtful;
  @Autowired Suppressions suppressions;
  @Autowired Proofs proofs;
  @Autowired TransactionTemplate transaction;
  @Autowired org.springframework.jdbc.core.simple.JdbcClient jdbc;

  private final LetterId first = new LetterId(1);

  @BeforeEach
  void aReviewedLetter() {
    stories.silent("A", 100);
    stories.silent("B", 100);
    stories.turnAll(Mode.REVIEW, true);
    letters.plan(clock.today());
  }

  @Test
  void reviewedLettersWaitUntilSomebodyReleasesThem() {
    assertThat(stories.letters()).containsEntry("A/1", "HELD REVIEW 10%");
    letters.release(first, people.manager());
    letters.release(first, people.manager());
    letters.plan(clock.today());
    assertThat(stories.letters())
        .containsEntry("A/1", "PLANNED 10%")
        .containsEntry("B/1", "HELD REVIEW 10%");
    assertThat(letters.releaseAll(1, people.marketing()).letters()).isOne();
    assertThat(letters.releaseAll(1, people.marketing()).letters()).isZero();
    assertThat(stories.one("select count(*) from audit where action like 'release%'", Long.class))
        .isEqualTo(3);
  }

  /** Whoever let a letter go has seen it as it was. */
  @Test
  void aReleasedLetterWaitsAgainWhenItsWordsOrItsOfferAreOthers() {
    letters.releaseAll(1, people.manager());
    var marketing = people.marketing();
    ladder.rewrite(1, ladder.template(1, marketing).template(), marketing);
    assertThat(stories.letters()).containsEntry("A/1", "HELD REVIEW 10%");
    letters.releaseAll(1, people.manager());
    ladder.edit(1, new RungEdit(90, 12, 30, 0, null), marketing);
    assertThat(stories.letters()).containsEntry("A/1", "HELD REVIEW 12%");
  }

  @Test
  void aRepReleasesNothingAndSeesNoForeignLetter() {
    var rep = people.rep("rep");
    assertThatThrownBy(() -> letters.release(first, rep)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> letters.letter(first, rep)).isInstanceOf(NotFound.class);
    assertThat(letters.list(new LetterFilter(null, null, null, null), null, rep).items()).isEmpty();
    stories.execute("update lapse set assignee = " + rep.member());
    assertThat(letters.letter(first, rep).row().ref()).isEqualTo("A");
  }

  @Test
  void aLetterThatIsNotInReviewIsNotReleased() {
    stories.execute("update letter set hold_reason = 'NO_BASIS'");
    assertThatThrownBy(() -> letters.release(first, people.manager())).isInstanceOf(Refused.class);
  }

  @Test
  void aLetterStoppedByADecisionWaitsAgainWithItsCouponWhenTheDecisionIsUndone() {
    var lapse = new LapseId(stories.one("select lapse_id from letter where id = 1", Long.class));
    var manager = people.manager();
    decisions.decide(lapse, Decision.NOT_WORTH, "", null, manager);
    assertThat(stories.letters())
        .containsEntry("A/1", "SUPPRESSED NOT_WORTH 10%")
        .containsEntry("B/1", "HELD REVIEW 10%");
    decisions.undo(lapse, manager);
    assertThat(stories.letters()).containsEntry("A/1", "HELD REVIEW 10%");
    assertThat(stories.one("select count(*) from coupon where void_at is null", Long.class))
        .isEqualTo(2);
  }

  @Test
  void aLetterThatIsSentAgainGoesOnWhenTheEndOfItsLossIsUndone() {
    inDoubt();
    var again = letters.sendAgain(first, "nobody knows it", people.marketing());
    var lapse = new LapseId(stories.one("select lapse_id from letter where id = 1", Long.class));
    var manager = people.manager();
    decisions.decide(lapse, Decision.NOT_WORTH, "", null, manager);
    assertThat(status(again)).isEqualTo(LetterStatus.SUPPRESSED);
    decisions.undo(lapse, manager);
    assertThat(status(again)).isEqualTo(LetterStatus.PLANNED);
    assertThat(status(first)).isEqualTo(LetterStatus.SUPPRESSED);
    assertThat(stories.one("select count(*) from coupon where void_at is null", Long.class))
        .isEqualTo(2);
  }

  /** "Never a lower rung after a higher one": not by hand either. */
  @Test
  void aLetterIsNotSentAgainAfterAHigherOne() {
    inDoubt();
    stories.execute(
        "insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, height, announced_at, sent_at)"
            + " select lapse_id, customer_id, 2, 'SENT', 15, template_id, due_on, 180, now(), now() from letter where id = 1");
    assertThatThrownBy(() -> letters.sendAgain(first, "nobody knows it", people.marketing()))
        .isInstanceOf(Refused.class);
    assertThat(status(first)).isEqualTo(LetterStatus.IN_DOUBT);
    letters.countAsSent(first, people.marketing());
  }

  /** I2: the later one left while this one waited for its hour. */
  @Test
  void aLetterThatIsSentAgainDoesNotLeaveAfterAHigherOneEither() {
    inDoubt();
    var again = letters.sendAgain(first, "nobody knows it", people.marketing());
    stories.execute(
        "insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, height, announced_at, sent_at)"
            + " select lapse_id, customer_id, 2, 'SENT', 15, template_id, due_on, 180, now() - interval '10 days', now() - interval '10 days'"
            + " from letter where id = 1");
    assertThat(outbox.claim("a", 9, OutboxTest.LEASE)).isEmpty();
    assertThat(letters.letter(again, people.marketing()).row().reason())
        .isEqualTo(HoldReason.HIGHER_RUNG);
  }

  /** I20: nothing waits for ever; the reason may have gone, and nobody else asks for it. */
  @Test
  void aLetterThatIsSentAgainAndHeldWithoutAnEndIsAskedAgainByTheNight() {
    inDoubt();
    var again = letters.sendAgain(first, "nobody knows it", people.marketing());
    stories.execute(
        "update letter set state = 'HELD', hold_reason = 'COMPLAINT_OPEN' where id = "
            + again.value());
    letters.plan(clock.today());
    assertThat(outbox.claim("a", 9, OutboxTest.LEASE)).extracting(DueLetter::id).contains(again);
  }

  private LetterStatus status(LetterId letter) {
    return letters.letter(letter, people.marketing()).row().status();
  }

  @Test
  void aLetterInDoubtIsCountedAsSentOnce() {
    inDoubt();
    letters.countAsSent(first, people.marketing());
    assertThat(stories.letters()).containsEntry("A/1", "SENT 10%");
    assertThatThrownBy(() -> letters.countAsSent(first, people.marketing()))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aLetterInDoubtIsSentAgainForAReasonOnlyAndOnce() {
    inDoubt();
    assertThatThrownBy(() -> letters.sendAgain(first, " ", people.marketing()))
        .isInstanceOf(Refused.class);
    var again = letters.sendAgain(first, "the relay's log knows nothing", people.marketing());
    assertThatThrownBy(() -> letters.sendAgain(first, "twice", people.marketing()))
        .isInstanceOf(Refused.class);
    var detail = letters.letter(again, people.marketing());
    assertThat(detail.row().status()).isEqualTo(LetterStatus.PLANNED);
    assertThat(detail.resendReason()).isEqualTo("the relay's log knows nothing");
    assertThat(detail.row().coupon())
        .isEqualTo(letters.letter(first, people.marketing()).row().coupon());
    letters.plan(clock.today());
    assertThat(letters.letter(first, people.marketing()).row().status())
        .isEqualTo(LetterStatus.SUPPRESSED);
    var due = letters.balance(people.marketing()).stream().mapToLong(BalanceLine::letters).sum();
    assertThat(due).isEqualTo(2);
  }

  @Test
  void aLetterThatIsSentAgainAndAgainGivesWhatTheFirstGave() {
    var code = letters.letter(first, people.marketing()).row().coupon();
    inDoubt();
    stories.execute("update letter set gives = 'a cup', height = 90 where id = 1");
    var second = letters.sendAgain(first, "nobody knows it", people.marketing());
    stories.execute(
        "update letter set state = 'IN_DOUBT', announced_at = clock_timestamp() where id = "
            + second.value());
    var third = letters.sendAgain(second, "nor that one", people.marketing());

    var claimed = outbox.claim("a", 9, OutboxTest.LEASE);
    assertThat(claimed).extracting(DueLetter::id).containsExactly(third);
    assertThat(claimed.get(0).content().variables())
        .containsEntry("coupon", code)
        .containsEntry("offer", "a cup")
        .hasEntrySatisfying("valid_until", day -> assertThat(day).isNotBlank());
    assertThat(stories.one("select height from letter where id = " + third.value(), Integer.class))
        .isEqualTo(90);
  }

  /** Of a letter sent again and again too: all of them print one code. */
  @Test
  void theCodeOfALetterSentAgainIsNobodysWhenTheLetterIsDroppedAndValidWhenThatIsUndone() {
    inDoubt();
    var second = letters.sendAgain(first, "nobody knows it", people.marketing());
    inDoubt(second);
    var third = letters.sendAgain(second, "nor that one", people.marketing());
    inDoubt(third);
    doubtful.drop(third, people.marketing());
    assertThat(code()).isEqualTo("void");
    doubtful.undo(third, people.marketing());
    assertThat(code()).isEqualTo("valid");
  }

  @Test
  void theCodeOfALetterSentAgainIsNobodysWhenItIsRefusedForGoodOrComesBack() {
    inDoubt();
    var again = letters.sendAgain(first, "nobody knows it", people.marketing());
    var claimed = outbox.claim("a", 9, OutboxTest.LEASE).get(0);
    outbox.failed(claimed, "a", 554, "no", false);
    assertThat(code()).isEqualTo("void");
    stories.execute("update coupon set void_at = null");
    inDoubt(again);
    transaction.executeWithoutResult(status -> proofs.returned(again, null, "550 5.1.1"));
    assertThat(code()).isEqualTo("void");
  }

  @Test
  void theCodeOfALetterSentAgainFollowsTheStopListAndTheEndOfTheLoss() {
    inDoubt();
    letters.sendAgain(first, "nobody knows it", people.marketing());
    suppressions.stop("a@example.org", Suppressions.Reason.BY_HAND, null);
    assertThat(code()).isEqualTo("void");
    stories.execute("update coupon set void_at = null");
    stories.execute(
        "update letter set state = 'PLANNED', hold_reason = null where resend_of is not null");
    stories.close(new LapseId(1), "UNREACHABLE");
    assertThat(code()).isEqualTo("void");
  }

  private String code() {
    return stories.one(
        "select case when void_at is null then 'valid' else 'void' end from coupon where letter_id = 1",
        String.class);
  }

  @Test
  void aLetterThatIsCountedAsSentIsToldAsSent() {
    dev.winback.webhook.Told.address(jdbc, "https://a.example", "letter.sent");
    inDoubt();
    letters.countAsSent(first, people.marketing());
    assertThat(dev.winback.webhook.Told.types(jdbc)).containsExactly("letter.sent");
    stories.execute(
        "update letter set state = 'IN_DOUBT', hold_reason = null, announced_at = clock_timestamp(),"
            + " ended_at = clock_timestamp() - interval '7 days' where id = 2");
    assertThat(doubtful.settle()).isOne();
    assertThat(doubtful.settle()).isZero();
    assertThat(dev.winback.webhook.Told.types(jdbc)).containsExactly("letter.sent", "letter.sent");
  }

  private void inDoubt() {
    inDoubt(first);
  }

  private void inDoubt(LetterId letter) {
    stories.execute(
        "update letter set state = 'IN_DOUBT', hold_reason = null, announced_at = clock_timestamp() where id = "
            + letter.value());
  }
}
