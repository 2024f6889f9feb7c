package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.Suppressions;
import dev.winback.reason.Reasons;
import dev.winback.reason.RepairEntry;
import dev.winback.shared.BusinessClock;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** "Why a due letter is held" (acceptance.md): each reason is named and goes away by itself. */
@CoreTest
class HeldLettersTest {

  @Autowired Letters letters;
  @Autowired Reasons reasons;
  @Autowired Ladder ladder;
  @Autowired LadderStories stories;
  @Autowired Stories people;
  @Autowired Outbox outbox;
  @Autowired Suppressions suppressions;
  @Autowired BusinessClock clock;
  @Autowired MovableClock time;

  @BeforeEach
  void oneDueCustomer() {
    stories.silent("A", 100);
    stories.turnAll(Mode.LIVE, true);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "email, null, a@example.org, NO_ADDRESS",
        "email, nobody, a@example.org, NO_ADDRESS",
        "status, deceased, active, PERSON_INACTIVE",
        "status, never_contact, active, PERSON_INACTIVE",
        "preferred_channel, phone, null, OTHER_CHANNEL"
      })
  void aReasonHoldsTheLetterUntilItGoesAway(
      String column, String value, String before, String reason) {
    stories.set(column, value, "A");
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", "HELD " + reason + " 10%");
    assertThat(letters.plan(clock.today())).isZero();
    stories.set(column, before, "A");
    assertThat(letters.judge(clock.today())).isOne();
    assertThat(stories.letters()).containsEntry("A/1", "PLANNED 10%");
  }

  /** letters.md, "throttle": nothing is sent past a receiver who rests. */
  @Test
  void aLetterWaitsInTheLineOfTheAddressThatItsCustomerHasByNow() {
    stories.set("email", null, "A");
    letters.plan(clock.today());
    stories.set("email", "a@gmail.com", "A");
    letters.judge(clock.today());
    stories.execute(
        "update mail_group set held_until = clock_timestamp() + interval '1 hour' where name = 'gmail'");
    assertThat(outbox.claim("a", 9, OutboxTest.LEASE)).isEmpty();
    assertThat(stories.letters()).containsEntry("A/1", "PLANNED 10%");
    stories.execute("update customer set email = 'a@example.org'");
    stories.corrected("A");
    assertThat(outbox.claim("a", 9, OutboxTest.LEASE)).hasSize(1);
  }

  @Test
  void consentDecidesAndWithoutAWordThereIsNoBasis() {
    stories.set("email_consent", null, "A");
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", "HELD NO_BASIS 10%");
    stories.set("email_consent", false, "A");
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", "HELD NO_BASIS 10%");
    stories.set("email_consent", true, "A");
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", "PLANNED 10%");
  }

  @Test
  void theStopListHoldsWhateverTheCaseOfTheAddress() {
    stories.set("email", " A@Example.org", "A");
    suppressions.stop("a@example.ORG", Suppressions.Reason.HARD_BOUNCE, null);
    stories.set("email", "A@Example.org", "A");
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", "HELD ADDRESS_BOUNCED 10%");
  }

  @Test
  void aStoppedMailboxHoldsTheLetter() {
    suppressions.stop("a@example.org", Suppressions.Reason.BY_HAND, null);
    stories.set("email_consent", true, "A");
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", "HELD STOP_LIST 10%");
  }

  @Test
  void lettersRestWhileSomebodyTalksToTheCustomer() {
    stories.execute("update lapse set letters_rest_until = date '2026-06-10'");
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", "HELD REP_TALKING 10%");
    time.setDay(LocalDate.of(2026, 6, 10));
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", "HELD REP_TALKING 10%");
    time.setDay(LocalDate.of(2026, 6, 11));
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", "PLANNED 10%");
  }

  /** OPS-07: no letter promises what is still broken. */
  @Test
  void aLetterWaitsUntilTheReasonIsRepaired() {
    stories.execute(
        "insert into finding (lapse_id, customer_id, told_at, said, stated, said_by)"
            + " select id, customer_id, now(), array['stated'], 'delivery', 'customer' from lapse");
    stories.execute("update reason set repair_since = '2026-05-01' where code = 'delivery'");
    letters.plan(clock.today());
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", "HELD NOT_REPAIRED 10%");
    stories.execute("update reason set repaired_on = '2026-05-02' where code = 'delivery'");
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", "PLANNED 10%");
  }

  /** Not only in the night: the ladder's page and the list say the same a moment later. */
  @Test
  void aRepairThatBeginsOrEndsIsSeenAtTheWaitingLettersAtOnce() {
    stories.execute(
        "insert into finding (lapse_id, customer_id, told_at, said, stated, said_by)"
            + " select id, customer_id, now(), array['stated'], 'delivery', 'customer' from lapse");
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", "PLANNED 10%");
    reasons.repair("delivery", new RepairEntry("2026-05-20", ""), people.manager());
    assertThat(stories.letters()).containsEntry("A/1", "HELD NOT_REPAIRED 10%");
    reasons.repair("quality", new RepairEntry("2026-05-20", ""), people.manager());
    reasons.repair("delivery", new RepairEntry("", "2026-05-30"), people.manager());
    assertThat(stories.letters()).containsEntry("A/1", "PLANNED 10%");
  }

  /** Whoever told it: also a complaint of a file or a program (DET-18). */
  @Test
  void aLetterWaitsUntilAComplaintIsResolved() {
    stories.execute(
        "insert into complaint (customer_id, source, external_id, complained_at)"
            + " select id, 'shop', 'c1', '2026-05-20' from customer");
    letters.plan(clock.today());
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", "HELD COMPLAINT_OPEN 10%");
    stories.execute("update complaint set resolved_at = '2026-05-30'");
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", "PLANNED 10%");
  }

  /** Whoever has ordered and not paid yet is not missed. */
  @Test
  void aLetterWaitsWhileAnOrderIsUnpaid() {
    stories.execute(
        "insert into purchase (customer_id, source, external_id, purchased_at, amount, currency, status)"
            + " select id, 'shop', 'p1', '2026-05-30', 50, 'EUR', 'pending' from customer");
    letters.plan(clock.today());
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", "HELD ORDER_PENDING 10%");
    stories.execute("update purchase set status = 'cancelled' where external_id = 'p1'");
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", "PLANNED 10%");
  }

  /** "Left firm: stop for this person at once": the mailbox is his, and there is nobody else's. */
  @Test
  void aLetterDoesNotGoToThePersonWhoHasLeft() {
    stories.execute(
        "insert into person (customer_id, source, external_id, email, left_on)"
            + " select id, 'test', 'p1', 'A@example.org', '2026-05-01' from customer");
    letters.plan(clock.today());
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", "HELD PERSON_INACTIVE 10%");
    stories.set("email", "successor@example.org", "A");
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", "PLANNED 10%");
  }

  @Test
  void anotherReasonInRepairHoldsNothing() {
    stories.execute("update reason set repair_since = '2026-05-01' where code = 'delivery'");
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", "PLANNED 10%");
  }

  @Test
  void switchingTheRungOffHoldsItsWaitingLettersAtOnce() {
    letters.plan(clock.today());
    ladder.turn(1, Mode.OFF, false, stories.marketing());
    assertThat(stories.letters()).containsEntry("A/1", "HELD RUNG_OFF 10%");
    ladder.turn(1, Mode.LIVE, false, stories.marketing());
    assertThat(stories.letters()).containsEntry("A/1", "PLANNED 10%");
  }

  @Test
  void anExitStopsTheLetterAndVoidsItsCoupon() {
    letters.plan(clock.today());
    var lapse = new dev.winback.lapse.LapseId(stories.one("select id from lapse", Long.class));
    stories.close(lapse, "REFUSED");
    assertThat(stories.letters()).containsEntry("A/1", "SUPPRESSED LAPSE_CLOSED 10%");
    assertThat(stories.one("select count(*) from coupon where void_at is null", Long.class))
        .isZero();
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", "SUPPRESSED LAPSE_CLOSED 10%");
  }

  /** acceptance.md, "Why a due letter is held": counted apart, and back when it is taken back. */
  @Test
  void whomWeDoNotWantBackHasAReasonOfHisOwn() {
    letters.plan(clock.today());
    var lapse = new dev.winback.lapse.LapseId(stories.one("select id from lapse", Long.class));
    stories.close(lapse, "NOT_WANTED");
    assertThat(stories.letters()).containsEntry("A/1", "SUPPRESSED NOT_WORTH 10%");
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", "SUPPRESSED NOT_WORTH 10%");
    stories.reopen(lapse);
    assertThat(stories.letters().get("A/1")).isEqualTo("PLANNED 10%");
  }

  @Test
  void anExitThatIsUndoneLetsTheLetterGoAgain() {
    letters.plan(clock.today());
    var lapse = new dev.winback.lapse.LapseId(stories.one("select id from lapse", Long.class));
    stories.close(lapse, "REFUSED");
    stories.execute("update lapse set stage = 'WORKING'");
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", "PLANNED 10%");
    assertThat(stories.one("select count(*) from coupon where void_at is null", Long.class))
        .isOne();
  }

  @Test
  void theSendersDeferralKeepsItsTime() {
    letters.plan(clock.today());
    stories.execute(
        "update letter set state = 'HELD', hold_reason = 'OUTSIDE_HOURS', hold_until = '2026-06-01 13:00+02'");
    assertThat(letters.judge(clock.today())).isZero();
    stories.execute("update letter set hold_until = '2026-06-01 11:59+02'");
    assertThat(letters.judge(clock.today())).isOne();
    assertThat(stories.letters()).containsEntry("A/1", "PLANNED 10%");
  }
}
