package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.Suppressions;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * LET-02: gifts beside percents, and what a rung may cost: quota of the backlog, budget of its
 * coupons, margin floor; what has no room is held with its reason.
 */
@CoreTest
class RungLimitsTest {

  @Autowired Ladder ladder;
  @Autowired Rungs rungs;
  @Autowired RungLoads loads;
  @Autowired Letters letters;
  @Autowired Suppressions suppressions;
  @Autowired LadderStories stories;
  @Autowired Activations activations;
  @Autowired Stories people;
  @Autowired BusinessClock clock;
  @Autowired MovableClock time;

  private void terms(@Nullable String gives, @Nullable String budget, @Nullable Integer quota) {
    var money = budget == null ? null : new BigDecimal(budget);
    var terms =
        new RungTerms(
            RungUnit.DAYS, null, "", List.of(), RungChannel.OPEN, gives, null, money, quota);
    ladder.edit(1, new RungEdit(90, 10, 30, 0, terms, null), stories.marketing());
    ladder.turn(1, Mode.LIVE, true, stories.marketing());
  }

  private String states() {
    return new TreeMap<>(stories.letters()).toString().replace(" 10%", "").replace("/1", "");
  }

  /**
   * hold.md I2, letters.md "first activation": the backlog goes out day by day, the freshest first.
   */
  @Test
  void theBacklogIsWrittenToDayByDayAndWhoReachesTheRungTodayIsNotCounted() {
    terms(null, null, 2);
    for (int days : new int[] {90, 95, 96, 97, 500}) {
      stories.silent("S" + days, days);
    }
    for (int run = 0; run < 2; run++) {
      letters.plan(clock.today());
      assertThat(states())
          .isEqualTo(
              "{S500=HELD BACKLOG_QUOTA, S90=PLANNED, S95=PLANNED, S96=PLANNED, S97=HELD BACKLOG_QUOTA}");
    }
    time.setDay(clock.today().plusDays(1));
    letters.plan(clock.today());
    assertThat(states())
        .isEqualTo("{S500=PLANNED, S90=PLANNED, S95=PLANNED, S96=PLANNED, S97=PLANNED}");
  }

  /** Nobody agreed to so many: an import of consents frees them as the backlog is written to. */
  @Test
  void whomAConsentFreesIsWrittenToDayByDayToo() {
    terms(null, null, 2);
    freed();
    terms(null, null, null);
    activations.limit(2, people.manager());
    freed();
  }

  private void freed() {
    stories.execute("delete from coupon");
    stories.execute("delete from letter");
    for (var ref : List.of("A", "B", "C")) {
      if (stories.one("select count(*) from customer where ref = '" + ref + "'", Long.class) == 0) {
        stories.silent(ref, 90);
      }
      stories.set("email_consent", null, ref);
    }
    letters.plan(clock.today());
    assertThat(states()).isEqualTo("{A=HELD NO_BASIS, B=HELD NO_BASIS, C=HELD NO_BASIS}");
    stories.execute("update customer set email_consent = true");
    for (int run = 0; run < 2; run++) {
      letters.plan(clock.today());
      assertThat(states()).isEqualTo("{A=PLANNED, B=PLANNED, C=HELD BACKLOG_QUOTA}");
    }
    time.setDay(clock.today().plusDays(1));
    letters.plan(clock.today());
    assertThat(states()).isEqualTo("{A=PLANNED, B=PLANNED, C=PLANNED}");
  }

  /** A pause in between is no reason to write to all of them at once. */
  @Test
  void whomAConsentFreesWhileTheRungIsPausedIsStillWrittenToDayByDay() {
    terms(null, "25.00", 2);
    for (var ref : List.of("A", "B", "C")) {
      stories.silent(ref, 90);
      buysFor(ref, 100);
      stories.set("email_consent", null, ref);
    }
    letters.plan(clock.today());
    stories.execute("update rung set paused_at = clock_timestamp() where number = 1");
    letters.plan(clock.today());
    assertThat(states()).isEqualTo("{A=HELD NO_BASIS, B=HELD NO_BASIS, C=HELD NO_BASIS}");
    stories.execute("update customer set email_consent = true");
    letters.plan(clock.today());
    assertThat(states())
        .isEqualTo("{A=HELD BACKLOG_QUOTA, B=HELD BACKLOG_QUOTA, C=HELD BACKLOG_QUOTA}");
    loads.resume(1, stories.marketing());
    assertThat(states()).isEqualTo("{A=PLANNED, B=PLANNED, C=HELD BACKLOG_QUOTA}");
    letters.plan(clock.today());
    assertThat(states()).isEqualTo("{A=PLANNED, B=PLANNED, C=HELD BACKLOG_QUOTA}");
  }

  /** Those that were silent before the rung began, and came to its notice during a pause. */
  @Test
  void whoIsPlannedFirstWhileTheRungIsPausedKeepsHisPlaceInTheShareOfADay() {
    terms(null, null, 1);
    stories.execute("update rung set paused_at = clock_timestamp() where number = 1");
    stories.silent("S95", 95);
    stories.silent("S92", 92);
    stories.silent("S97", 97);
    for (int run = 0; run < 2; run++) {
      letters.plan(clock.today());
      assertThat(states())
          .isEqualTo("{S92=HELD BACKLOG_QUOTA, S95=HELD BACKLOG_QUOTA, S97=HELD BACKLOG_QUOTA}");
    }
    loads.resume(1, stories.marketing());
    letters.plan(clock.today());
    assertThat(states()).isEqualTo("{S92=PLANNED, S95=HELD BACKLOG_QUOTA, S97=HELD BACKLOG_QUOTA}");
    time.setDay(clock.today().plusDays(1));
    letters.plan(clock.today());
    assertThat(states()).isEqualTo("{S92=PLANNED, S95=PLANNED, S97=HELD BACKLOG_QUOTA}");
  }

  /** Whoever becomes due by himself is no backlog: he waits for the rung alone. */
  @Test
  void whoBecomesDueDuringAPauseLeavesWhenTheRungGoesOn() {
    terms(null, null, 1);
    stories.execute("update rung set paused_at = clock_timestamp() where number = 1");
    stories.silent("A", 90);
    stories.silent("B", 90);
    letters.plan(clock.today());
    assertThat(states()).isEqualTo("{A=HELD RUNG_PAUSED, B=HELD RUNG_PAUSED}");
    loads.resume(1, stories.marketing());
    assertThat(states()).isEqualTo("{A=PLANNED, B=PLANNED}");
  }

  /**
   * I23, DEC-32: a pause is told before the lot, the floor and the budget, which are asked when it
   * ends.
   */
  @Test
  void whoBecomesDueDuringAPauseIsDrawnAndWeighedWhenTheRungGoesOn() {
    for (int i = 0; i < 60; i++) {
      stories.silent("P" + i, 90);
      buysFor("P" + i, 100);
    }
    terms(null, "100.00", null);
    stories.execute("update rung set control = 50 where number = 1");
    stories.execute("update rung set paused_at = clock_timestamp() where number = 1");
    letters.plan(clock.today());
    assertThat(count("HELD RUNG_PAUSED")).isEqualTo(60);
    loads.resume(1, stories.marketing());
    assertThat(count("CONTROL CONTROL")).isBetween(15L, 45L);
    assertThat(count("PLANNED")).isEqualTo(10);
    assertThat(count("HELD COST_BUDGET")).isEqualTo(50 - count("CONTROL CONTROL"));
  }

  private long count(String state) {
    return Arrays.stream(states().replaceAll("[{}]", "").split(", "))
        .filter(one -> one.endsWith("=" + state))
        .count();
  }

  /**
   * Held for the budget before, held for the budget after: the undo of an opt-out is no release.
   */
  @Test
  void anOptOutThatIsTakenBackIsJudgedAnew() {
    for (var ref : List.of("A", "B", "C")) {
      stories.silent(ref, 100);
      buysFor(ref, 100);
    }
    terms(null, "20.00", null);
    letters.plan(clock.today());
    for (var ref : List.of("B", "C")) {
      var mailbox =
          stories.one("select email from customer where ref = '%s'".formatted(ref), String.class);
      suppressions.stop(mailbox, Suppressions.Reason.UNSUBSCRIBED, null);
    }
    assertThat(states()).isEqualTo("{A=PLANNED, B=SUPPRESSED STOP_LIST, C=SUPPRESSED STOP_LIST}");
    for (var ref : List.of("B", "C")) {
      var mailbox =
          stories.one("select email from customer where ref = '%s'".formatted(ref), String.class);
      suppressions.restore(mailbox, Suppressions.Reason.UNSUBSCRIBED, Duration.ofMinutes(10));
    }
    assertThat(states()).isEqualTo("{A=PLANNED, B=PLANNED, C=HELD COST_BUDGET}");
  }

  /** Decision 784: what nobody can pay is not offered to a person for release. */
  @Test
  void aRungInReviewShowsAPersonNoMoreThanItsBudgetPays() {
    for (var ref : List.of("A", "B", "C")) {
      stories.silent(ref, 100);
      buysFor(ref, 100);
    }
    terms(null, "20.00", null);
    stories.execute("update rung set mode = 'review' where number = 1");
    for (int run = 0; run < 2; run++) {
      letters.plan(clock.today());
      assertThat(states()).isEqualTo("{A=HELD REVIEW, B=HELD REVIEW, C=HELD COST_BUDGET}");
    }
    letters.releaseAll(1, people.manager());
    letters.plan(clock.today());
    assertThat(states()).isEqualTo("{A=PLANNED, B=PLANNED, C=HELD COST_BUDGET}");
  }

  @Test
  void whatWouldGoBeyondTheBudgetIsHeldUntilCouponsAreGone() {
    for (var ref : List.of("A", "B", "C")) {
      stories.silent(ref, 100);
      buysFor(ref, 100);
    }
    terms(null, "20.00", null);
    for (int run = 0; run < 2; run++) {
      letters.plan(clock.today());
      assertThat(states()).isEqualTo("{A=PLANNED, B=PLANNED, C=HELD COST_BUDGET}");
    }
    // a used coupon was paid for, an unused one that has expired was not
    stories.execute(
        "update coupon set valid_until = '2026-01-01' where customer_id = (select id from customer where ref = 'B')");
    stories.execute("update letter set state = 'SENT' where state = 'PLANNED'");
    letters.plan(clock.today());
    assertThat(states()).isEqualTo("{A=SENT, B=SENT, C=PLANNED}");
  }

  /** Also what left before there was a budget, and at today's discount. */
  @Test
  void theBudgetCountsEveryCouponThatCanStillBeUsed() {
    for (var ref : List.of("A", "B", "C")) {
      stories.silent(ref, 100);
      buysFor(ref, 100);
    }
    terms(null, null, null);
    letters.plan(clock.today());
    stories.execute(
        "update letter set state = 'SENT' where customer_id = (select id from customer where ref = 'A')");
    stories.execute(
        "delete from coupon where customer_id = (select id from customer where ref = 'C')");
    stories.execute(
        "delete from letter where customer_id = (select id from customer where ref = 'C')");
    terms(null, "29.99", null);
    letters.plan(clock.today());
    assertThat(states()).isEqualTo("{A=SENT, B=PLANNED, C=HELD COST_BUDGET}");
    assertThat(stories.one("select sum(cost) from letter where state = 'PLANNED'", Integer.class))
        .isEqualTo(10);
    terms(null, "30.00", null);
    letters.plan(clock.today());
    assertThat(states()).isEqualTo("{A=SENT, B=PLANNED, C=PLANNED}");
    assertThat(letters.plan(clock.today())).isZero();
  }

  /** LET-02: the letter that was sent again prints the code of the first. */
  @Test
  void aCodeThatALetterSentAgainPrintsStaysValidWhenItWouldCostSomethingElseByNow() {
    stories.silent("A", 100);
    buysFor("A", 100);
    terms(null, "20.00", null);
    letters.plan(clock.today());
    stories.execute("update letter set state = 'IN_DOUBT', announced_at = clock_timestamp()");
    var first = new LetterId(stories.one("select id from letter", Long.class));
    var again = letters.sendAgain(first, "the relay knows nothing of it", stories.marketing());
    stories.execute(
        "update letter set state = 'SENT', sent_at = clock_timestamp() where id = "
            + again.value());
    stories.execute("update customer_value set revenue = 600");
    letters.plan(clock.today());
    assertThat(stories.one("select void_at is null from coupon", Boolean.class)).isTrue();
  }

  private void buysFor(String ref, int order) {
    stories.execute(
        """
        insert into customer_value (customer_id, purchases, visits, first_purchase, last_purchase,
                                    rhythm_days, revenue, value_year, currency)
        select id, 3, 3, '2026-01-01', '2026-03-01', 30, %d, 300, 'EUR' from customer where ref = '%s'
        """
            .formatted(order * 3, ref));
  }

  /** DEC-32: 30 percent margin, floor 5: 25 percent leave just enough. */
  @Test
  void aDiscountThatLeavesLessThanTheFloorIsHeld() {
    stories.silent("A", 100);
    highest(30);
    for (int percent : new int[] {26, 25}) {
      ladder.edit(1, new RungEdit(90, percent, 30, 0, null), stories.marketing());
      ladder.turn(1, Mode.LIVE, true, stories.marketing());
      letters.plan(clock.today());
      assertThat(stories.letters().get("A/1"))
          .isEqualTo(percent == 26 ? "HELD MARGIN_FLOOR 26%" : "PLANNED 25%");
    }
  }

  /** I6: what is above the firm's highest discount is not set, and waits where it was. */
  @Test
  void noLetterGivesMoreThanTheHighestDiscount() {
    stories.silent("A", 100);
    highest(20);
    var tooMuch = new RungEdit(90, 21, 30, 0, null);
    for (ThrowingCallable act :
        List.<ThrowingCallable>of(
            () -> ladder.edit(1, tooMuch, stories.marketing()),
            () -> rungs.add(new RungEdit(45, 21, 30, 0, null), stories.marketing()))) {
      assertThatThrownBy(act)
          .isInstanceOfSatisfying(
              Refused.class, refused -> assertThat(refused.field()).isEqualTo("percent"))
          .hasMessageContaining("letter.refused.most");
    }
    ladder.edit(1, new RungEdit(90, 20, 30, 0, null), stories.marketing());
    ladder.turn(1, Mode.LIVE, true, stories.marketing());
    letters.plan(clock.today());
    assertThat(stories.letters().get("A/1")).isEqualTo("PLANNED 20%");
    highest(19);
    letters.plan(clock.today());
    assertThat(stories.letters().get("A/1")).isEqualTo("HELD ABOVE_HIGHEST 20%");
    highest(20);
    letters.plan(clock.today());
    assertThat(stories.letters().get("A/1")).isEqualTo("PLANNED 20%");
  }

  private void highest(int percent) {
    stories.execute(
        """
        insert into offer_rule (objective, floor_percent, most_percent, rep_percent, rep_money, rep_month, answer_days, valid_days)
        values ('matched', 5, %d, 10, 30, 300, 3, 30)
        """
            .formatted(percent));
  }

  @Test
  void aGiftStandsOnTheCouponAndIsCountedAsAGift() {
    stories.silent("A", 100);
    ladder.edit(
        1,
        new RungEdit(
            90,
            0,
            30,
            0,
            new RungTerms(
                RungUnit.DAYS,
                null,
                "",
                List.of(),
                RungChannel.OPEN,
                "a tin of our new tea",
                null,
                null,
                null),
            null),
        stories.marketing());
    ladder.rewrite(1, naming(Templates.REMINDER), stories.marketing());
    ladder.turn(1, Mode.LIVE, true, stories.marketing());
    letters.plan(clock.today());
    assertThat(stories.one("select gives || '/' || percent from coupon", String.class))
        .isEqualTo("a tin of our new tea/0");
    assertThat(ladder.rung(1, stories.marketing()).terms().offerKind()).isEqualTo("gift");
    // the words are taken back: the coupon goes with them
    ladder.turn(1, Mode.OFF, false, stories.marketing());
    ladder.edit(1, new RungEdit(90, 0, 30, 0, RungTerms.PLAIN, null), stories.marketing());
    assertThat(stories.one("select count(*) from coupon where void_at is not null", Long.class))
        .isOne();
  }

  private static LetterTemplate naming(LetterTemplate words) {
    return new LetterTemplate(
        words.subject(),
        words.preheader(),
        words.greeting(),
        words.greetingFallback(),
        "For you: {{offer}}. Your code is {{coupon}}, until {{valid_until}}.",
        words.buttonText(),
        words.buttonUrl(),
        words.signature(),
        words.fallbacks());
  }
}
