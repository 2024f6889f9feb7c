package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.CustomerId;
import dev.winback.experiment.Experiment;
import dev.winback.experiment.Finding;
import dev.winback.experiment.Share;
import dev.winback.experiment.Verdict;
import dev.winback.lapse.LapseId;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * MEA-06, MEA-04: what a rung brought, letter by letter in its own 60 days, against those kept
 * back.
 */
@CoreTest
class LetterResultsTest {

  @Autowired LetterResults results;
  @Autowired LetterOutcomes outcomes;
  @Autowired LadderStories stories;
  @Autowired Stories people;
  @Autowired JdbcClient jdbc;
  @Autowired BusinessClock clock;
  @Autowired MovableClock time;

  @BeforeEach
  void later() {
    time.setDay(clock.today());
  }

  /** A letter of so many days ago, and a return so many hours after it (null: none). */
  private void letter(String ref, String state, int daysAgo, Integer hoursAfter, String amount) {
    var lapse = stories.silent(ref, 90 + daysAgo);
    var since = clock.instant().minusSeconds(daysAgo * 86_400L).atOffset(ZoneOffset.UTC);
    jdbc.sql(
            """
            insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, planned_at, sent_at, hold_reason)
            select l.id, l.customer_id, 1, :state, 10, 1, :since::date, :since, case when :state = 'SENT' then :since end,
                   case when :state = 'CONTROL' then 'CONTROL' end
              from lapse l where l.id = :lapse
            """)
        .param("state", state)
        .param("since", since)
        .param("lapse", lapse.value())
        .update();
    if (hoursAfter != null) {
      returned(lapse, since.plusHours(hoursAfter), amount);
    }
  }

  private void returned(LapseId lapse, java.time.OffsetDateTime at, String amount) {
    var customer =
        jdbc.sql("select customer_id from lapse where id = :id")
            .param("id", lapse.value())
            .query(Long.class)
            .single();
    long purchase =
        people.purchase(
            new dev.winback.customer.CustomerId(customer), at.toInstant(), amount, null, null);
    jdbc.sql(
            "update lapse set stage = 'RETURNED', returned_on = :day, return_purchase_id = :purchase where id = :id")
        .param("day", at.toLocalDate())
        .param("purchase", purchase)
        .param("id", lapse.value())
        .update();
  }

  /** As the night of this day leaves it. */
  private RungResult one() {
    outcomes.settle(clock.today());
    return results.results(ResultPeriod.YEAR, stories.marketing()).rungs().get(0);
  }

  @Test
  void aReturnCountsWithinSixtyDaysAfterTheSendingAndNotBeforeIt() {
    letter("in", "SENT", 70, 60 * 24, "100");
    letter("late", "SENT", 70, 60 * 24 + 1, "100");
    letter("before", "SENT", 70, -1, "100");
    letter("none", "SENT", 70, null, "0");
    assertThat(one().increment().treated()).isEqualTo(new Share(1, 4));
    assertThat(one().increment().kept()).isEqualTo(new Share(0, 0));
    assertThat(one().now().revenue()).isEqualByComparingTo("100");
    assertThat(
            results
                .names(
                    new ResultFilter(1, false, ResultFilter.What.RETURNED),
                    null,
                    stories.marketing())
                .items())
        .extracting(ResultName::ref)
        .containsExactly("in");
  }

  /**
   * A file that tells days only: the letter of that day is answered by it, of who was kept back as
   * of who was not.
   */
  @Test
  void aReturnOfWhichOnlyTheDayIsKnownAnswersTheLetterOfThatDay() {
    letter("same", "SENT", 70, 0, "100");
    letter("kept", "CONTROL", 70, 0, "100");
    letter("before", "SENT", 69, -24, "100");
    ofDaysOnly();
    assertThat(one().increment().treated()).isEqualTo(new Share(1, 2));
    assertThat(one().increment().kept()).isEqualTo(new Share(1, 1));
    assertThat(one().now().revenue()).isEqualByComparingTo("100");
    assertThat(names(ResultFilter.What.RETURNED)).isEqualTo(1);
  }

  /** Each return at the midnight that its day began with. */
  private void ofDaysOnly() {
    jdbc.sql(
            """
            update purchase p
               set purchased_at = (p.purchased_at at time zone :zone)::date::timestamp at time zone :zone
              from lapse l where l.return_purchase_id = p.id
            """)
        .param("zone", clock.getZone().getId())
        .update();
  }

  /** The night goes by slices of 50,000 letters; the mean wait does not begin anew with each. */
  @Test
  void whoIsTheFirstOfASliceWaitsLikeTheLettersOfTheSliceBefore() {
    jdbc.sql("select setval(pg_get_serial_sequence('letter', 'id'), 49998)").query().singleRow();
    letter("last of the slice before", "SENT", 80, null, "0");
    jdbc.sql("update letter set sent_at = planned_at + interval '10 days'").update();
    letter("meanwhile", "CONTROL", 80, 5 * 24, "100");
    letter("after", "CONTROL", 80, 65 * 24, "100");
    assertThat(one().increment().kept()).isEqualTo(new Share(1, 1));
  }

  /**
   * Ten days in review: whoever buys meanwhile gets no letter and is in no figure of those who did,
   * so he may not speak for doing nothing either.
   */
  @Test
  void whoWasKeptBackWaitsAsLongAsTheLettersThatWereReviewed() {
    letter("first", "SENT", 80, null, "0");
    letter("second", "SENT", 80, null, "0");
    jdbc.sql("update letter set sent_at = planned_at + interval '10 days'").update();
    letter("meanwhile", "CONTROL", 80, 5 * 24, "100");
    letter("after", "CONTROL", 80, 65 * 24, "100");
    letter("none", "CONTROL", 80, null, "0");
    assertThat(one().increment().kept()).isEqualTo(new Share(1, 2));
    assertThat(
            results
                .names(
                    new ResultFilter(1, true, ResultFilter.What.RETURNED),
                    null,
                    stories.marketing())
                .items())
        .extracting(ResultName::ref)
        .containsExactly("after");
  }

  /** MEA-06 for birthdays, carts and news too: a customer without a loss, and what he bought. */
  @Test
  void aLetterBesideTheLadderIsToldWithItsMoneyAndLeftOutOfTheComparison() {
    letter("ladder", "SENT", 70, 24, "100");
    var customer = people.aCustomer("well").silentFor(100).save();
    var since = clock.instant().minusSeconds(70 * 86_400L);
    jdbc.sql(
            """
            with wish as (
              insert into prompt (customer_id, rung, about) values (:customer, -8, '2026') returning id)
            insert into letter (customer_id, prompt_id, rung, state, percent, template_id, due_on, planned_at, sent_at)
            select :customer, wish.id, -8, 'SENT', 0, 1, :since::date, :since, :since from wish
            """)
        .param("customer", customer.value())
        .param("since", since.atOffset(ZoneOffset.UTC))
        .update();
    people.purchase(customer, since.minusSeconds(60), "7", null, null);
    people.purchase(customer, since.plusSeconds(86_400), "40", null, null);
    people.purchase(customer, since.plusSeconds(2 * 86_400), "2", null, null);
    people.purchase(customer, since.plusSeconds(61 * 86_400L), "500", null, null);
    outcomes.settle(clock.today());
    var all = results.results(ResultPeriod.YEAR, stories.marketing());
    assertThat(all.beside()).singleElement().extracting(RungResult::rung).isEqualTo(-8);
    var figures = all.beside().get(0).now();
    assertThat(figures.sent()).isOne();
    assertThat(figures.returned()).isOne();
    assertThat(figures.revenue()).isEqualByComparingTo("42");
    assertThat(all.rungs()).extracting(RungResult::rung).containsExactly(1);
    assertThat(all.together().now().sent()).isOne();
    assertThat(all.together().increment().treated()).isEqualTo(new Share(1, 1));
    var wishes = new ResultFilter(-8, false, ResultFilter.What.RETURNED);
    assertThat(results.names(wishes, null, stories.marketing()).items())
        .singleElement()
        .satisfies(
            name -> {
              assertThat(name.ref()).isEqualTo("well");
              assertThat(name.amount()).isEqualByComparingTo("40");
            });
    var ladder = new ResultFilter(null, false, ResultFilter.What.ALL);
    assertThat(results.count(ladder, stories.marketing())).isOne();
  }

  /**
   * LET-33, as the page of carts counts: his order within 14 days, and nothing that he bought after
   * it.
   */
  @Test
  void theReminderOfACartIsAnsweredByTheOrderOfTheCart() {
    var quick = people.aCustomer("quick").silentFor(100).save();
    var late = people.aCustomer("late").silentFor(100).save();
    var since = clock.instant().minusSeconds(20 * 86_400L);
    for (var customer : List.of(quick, late)) {
      reminded(customer, since);
    }
    people.purchase(quick, since.plusSeconds(86_400), "40", null, null);
    people.purchase(quick, since.plusSeconds(2 * 86_400), "2", null, null);
    people.purchase(late, since.plusSeconds(15 * 86_400), "30", null, null);
    outcomes.settle(clock.today());
    var figures = results.results(ResultPeriod.YEAR, stories.marketing()).beside().get(0).now();
    assertThat(figures.sent()).isEqualTo(2);
    assertThat(figures.returned()).isOne();
    assertThat(figures.revenue()).isEqualByComparingTo("40");
    var names = new ResultFilter(-11, false, ResultFilter.What.RETURNED);
    assertThat(results.names(names, null, stories.marketing()).items())
        .extracting(ResultName::ref)
        .containsExactly("quick");
  }

  private void reminded(CustomerId customer, Instant since) {
    jdbc.sql(
            """
            with cart as (
              insert into cart (customer_id, source, external_id, carted_at, items, currency)
              values (:customer, 'story', 'cart-' || :customer, :since::timestamptz - interval '1 hour', 'Tea', 'EUR') returning id),
            left_one as (
              insert into prompt (customer_id, rung, about, cart_id, expires_at)
              select :customer, -11, 'cart-' || :customer, id, :since::timestamptz + interval '3 hours' from cart returning id)
            insert into letter (customer_id, prompt_id, rung, state, percent, template_id, due_on, planned_at, sent_at)
            select :customer, id, -11, 'SENT', 0, 1, :since::date, :since, :since from left_one
            """)
        .param("customer", customer.value())
        .param("since", since.atOffset(ZoneOffset.UTC))
        .update();
  }

  @Test
  void sharesCountOnlyLettersWhoseSixtyDaysAreOver() {
    letter("over", "SENT", 60, 24, "100");
    letter("open", "SENT", 59, 24, "50");
    assertThat(one().increment().treated()).isEqualTo(new Share(1, 1));
    assertThat(one().increment().kept()).isEqualTo(new Share(0, 0));
    assertThat(one().now().returned()).isEqualTo(2);
    assertThat(one().now().sent()).isEqualTo(2);
    var whole = new ResultFilter(1, false, ResultFilter.What.WHOLE);
    assertThat(names(ResultFilter.What.WHOLE)).isEqualTo(1);
    assertThat(results.count(whole, stories.marketing())).isEqualTo(1);
  }

  /**
   * Four looks, however often somebody looks (science.md, "Peeking"): one of each is before the
   * first.
   */
  @Test
  void beforeTheFirstLookItIsTooEarlyToSayWhatTheyBring() {
    letter("t", "SENT", 70, 24, "100");
    letter("c", "CONTROL", 70, null, "0");
    assertThat(one().increment().finding().verdict()).isEqualTo(Verdict.TOO_EARLY);
    assertThat(one().increment().finding().more()).isEqualTo(163);
    assertThat(one().increment().paid()).isNull();
    assertThat(
            results
                .results(ResultPeriod.YEAR, stories.marketing())
                .together()
                .increment()
                .finding())
        .isEqualTo(one().increment().finding());
  }

  /** The money is that of the last look, with its interval, and none before it. */
  @Test
  void onlyWhatComesBeyondTheKeptBackIsEarned() {
    for (int nr = 0; nr < 84; nr++) {
      letter("t" + nr, "SENT", 70, nr < 63 ? 24 : null, "100");
      letter("c" + nr, "CONTROL", 70, nr < 21 ? 24 : null, "100");
    }
    var shown = one().increment();
    assertThat(shown.treated()).isEqualTo(new Share(63, 84));
    assertThat(shown.kept()).isEqualTo(new Share(21, 84));
    assertThat(shown.finding().verdict()).isEqualTo(Verdict.WORKS);
    // 84 x 100.00 x 30 % x (0.75 - 0.25)
    assertThat(shown.margin()).isEqualByComparingTo("1260.00");
    assertThat(shown.cost()).isEqualByComparingTo("4.20");
    assertThat(shown.romi()).isEqualTo(29_900);
    assertThat(shown.romiLow()).isPositive().isLessThan(29_900);
    assertThat(shown.romiHigh()).isGreaterThan(29_900);
    assertThat(shown.paid()).isGreaterThan(0.99);
  }

  /**
   * science.md, "Offers and experiments" 3: the 168 orders before were of 100, and one order that
   * is a hundred times as large decides nothing.
   */
  @Test
  void anOrderAboveNinetyNineOfAHundredIsComparedAsThatMuch() {
    for (int nr = 0; nr < 84; nr++) {
      letter("t" + nr, "SENT", 70, nr < 63 ? 24 : null, nr == 0 ? "10000" : "100");
      letter("c" + nr, "CONTROL", 70, nr < 21 ? 24 : null, nr < 2 ? "101" : "100");
    }
    var one = one();
    assertThat(one.now().revenue()).isEqualByComparingTo("16200");
    assertThat(one.increment().margin()).isEqualByComparingTo("1260.00");
    assertThat(one.increment().seen().cut()).isEqualTo(3);
    // a return that was paid in another currency is none of this money, and no cap either
    jdbc.sql("update purchase set currency = 'USD' where amount = 10000").update();
    assertThat(one().increment().margin()).isEqualByComparingTo("1230.00");
    jdbc.sql("update purchase set currency = 'EUR' where amount = 10000").update();
    var romi = one().increment().romiHigh();
    jdbc.sql("update order_cap set amount = null").update();
    assertThat(one().increment().margin()).isGreaterThan(java.math.BigDecimal.valueOf(4_000));
    assertThat(last().increment().romiHigh()).isGreaterThan(romi);
  }

  /** An earlier letter that leaves later would move the day, and every figure by it. */
  @Test
  void theDayOnWhichTheComparisonBeganStays() {
    letter("late", "PLANNED", 200, null, null);
    letter("new", "SENT", 70, 24, "50");
    outcomes.settle(clock.today());
    var began = jdbc.sql("select starts_on from ladder_start").query(LocalDate.class).single();
    jdbc.sql("update letter set state = 'SENT' where state = 'PLANNED'").update();
    outcomes.settle(clock.today());
    assertThat(jdbc.sql("select starts_on from ladder_start").query(LocalDate.class).single())
        .isEqualTo(began);
    assertThat(jdbc.sql("select count(*) from order_cap").query(Long.class).single()).isOne();
  }

  /** A comparison over chosen days would be a new one at each look. */
  @Test
  void thePeriodCutsTheFiguresAndNeverTheComparison() {
    letter("old", "SENT", 200, 24, "100");
    letter("kept", "CONTROL", 200, null, null);
    letter("new", "SENT", 70, 24, "50");
    letter("fresh", "SENT", 10, null, null);
    outcomes.settle(clock.today());
    var day = clock.today();
    var period = new ResultPeriod("" + day.minusDays(100), "" + day);
    var row = results.results(period, stories.marketing()).rungs().get(0);
    assertThat(row.now().sent()).isEqualTo(2);
    assertThat(row.now().revenue()).isEqualByComparingTo("50");
    assertThat(row.before().sent()).isEqualTo(1);
    assertThat(row.before().kept()).isEqualTo(1);
    assertThat(row.before().revenue()).isEqualByComparingTo("100");
    assertThat(row.increment()).isEqualTo(one().increment());
    assertThat(row.increment().treated()).isEqualTo(new Share(2, 2));
    for (var p : new ResultPeriod[] {period, period.before(day)}) {
      var sent = new ResultFilter(1, false, ResultFilter.What.ALL, p);
      var figures = results.results(p, stories.marketing()).rungs().get(0).now();
      assertThat(results.count(sent, stories.marketing())).isEqualTo(figures.sent());
      var over = new ResultFilter(1, false, ResultFilter.What.WHOLE, p);
      assertThat(results.count(over, stories.marketing())).isEqualTo(2);
    }
  }

  @Test
  void aPeriodHasItsFirstAndItsLastDay() {
    letter("first", "SENT", 30, null, null);
    letter("last", "SENT", 20, null, null);
    outcomes.settle(clock.today());
    var day = clock.today();
    var period = new ResultPeriod("" + day.minusDays(30), "" + day.minusDays(20));
    var inside = new ResultPeriod("" + day.minusDays(29), "" + day.minusDays(21));
    assertThat(results.results(period, stories.marketing()).rungs().get(0).now().sent())
        .isEqualTo(2);
    assertThat(results.results(inside, stories.marketing()).rungs().get(0).now().sent()).isZero();
    assertThat(period.before(day).first(day)).isEqualTo(day.minusDays(41));
    assertThat(period.before(day).last(day)).isEqualTo(day.minusDays(31));
  }

  /** What it is compared with is a day that nobody typed. */
  @Test
  void aPeriodOfMoreDaysThanThereAreBeforeItIsRead() {
    letter("only", "SENT", 30, null, null);
    outcomes.settle(clock.today());
    for (var from : new String[] {"1900-01-01", "1900-01-02", "1963-01-01"}) {
      var row = results.results(new ResultPeriod(from, null), stories.marketing()).rungs().get(0);
      assertThat(row.now().sent()).isOne();
      assertThat(row.before().sent()).isZero();
    }
  }

  @Test
  void aUsedCouponCostsItsPercentOfTheOrder() {
    letter("a", "SENT", 70, 24, "200");
    jdbc.sql(
            """
            insert into coupon (code, letter_id, customer_id, lapse_id, percent, valid_until, redeemed_at, purchase_id)
            select 'ABCDEFGH12', e.id, e.customer_id, e.lapse_id, 10, current_date, now(), l.return_purchase_id
              from letter e join lapse l on l.id = e.lapse_id
            """)
        .update();
    assertThat(one().now().used()).isOne();
    assertThat(one().now().given()).isEqualByComparingTo("20");
    assertThat(one().cost()).isEqualByComparingTo("20.05");
  }

  /** The till tells of the coupon, and the order names none. */
  @Test
  void aCouponUsedAtTheTillCostsItsPercentOfTheNextOrder() {
    letter("a", "SENT", 70, 24, "200");
    jdbc.sql(
            """
            insert into coupon (code, letter_id, customer_id, lapse_id, percent, valid_until, redeemed_at)
            select 'ABCDEFGH12', e.id, e.customer_id, e.lapse_id, 10, current_date, p.purchased_at + interval '1 minute'
              from letter e join lapse l on l.id = e.lapse_id join purchase p on p.id = l.return_purchase_id
            """)
        .update();
    assertThat(one().now().used()).isOne();
    assertThat(one().now().given()).isEqualByComparingTo("20");
  }

  /** OFF-07: both prints of a letter that a person sent again bear the code of the first. */
  @Test
  void aCodeUsedFromALetterThatWasSentAgainCountsForIt() {
    letter("a", "SENT", 70, 24, "200");
    sentAgain();
    jdbc.sql(
            """
            insert into coupon (code, letter_id, customer_id, lapse_id, percent, valid_until, redeemed_at, purchase_id)
            select 'ABCDEFGH12', e.id, e.customer_id, e.lapse_id, 10, current_date, now(), l.return_purchase_id
              from letter e join lapse l on l.id = e.lapse_id where e.state = 'SUPPRESSED'
            """)
        .update();
    assertThat(one().now().used()).isOne();
    assertThat(one().now().given()).isEqualByComparingTo("20");
    var used = new ResultFilter(1, false, ResultFilter.What.USED);
    assertThat(results.names(used, null, stories.marketing()).items())
        .extracting(ResultName::coupon)
        .containsExactly("ABCDEFGH12");
  }

  /** The one letter there is becomes the print of one that was in doubt before it. */
  private void sentAgain() {
    jdbc.sql(
            """
            insert into letter (lapse_id, customer_id, rung, state, hold_reason, percent, template_id, due_on, resend_of)
            select lapse_id, customer_id, rung, 'SUPPRESSED', 'SENT_AGAIN', percent, template_id, due_on, id from letter
            """)
        .update();
    jdbc.sql(
            "update letter set resend_of = (select max(id) from letter) where id = (select min(id) from letter)")
        .update();
    jdbc.sql("update letter set resend_of = null where state = 'SUPPRESSED'").update();
  }

  /** Without a comparison what it earned is only bounded. */
  @Test
  void withoutAnybodyKeptBackThereIsOnlyAnUpperBound() {
    letter("a", "SENT", 70, 24, "200");
    used("10, null, null");
    assertThat(one().comparable()).isFalse();
    assertThat(one().increment().romi()).isNull();
    assertThat(one().cost()).isEqualByComparingTo("20.05");
    assertThat(one().margin()).isEqualByComparingTo("60");
    assertThat(one().most()).isEqualTo(199);
  }

  /** A gift costs what it was when it was given, whatever the rung gives by now. */
  @Test
  void aGiftIsCountedAsTheKindThatTheCouponWas() {
    letter("a", "SENT", 70, 24, "200");
    jdbc.sql("update offer_kind set fixed = 7 where code = 'gift'").update();
    used("0, 'a tin of tea', 'gift'");
    assertThat(
            jdbc.sql("select offer_kind is null from rung where number = 1")
                .query(Boolean.class)
                .single())
        .isTrue();
    assertThat(one().now().given()).isEqualByComparingTo("7");
  }

  private void used(String percentGivesKind) {
    jdbc.sql(
            """
            insert into coupon (code, letter_id, customer_id, lapse_id, percent, gives, offer_kind, valid_until, redeemed_at, purchase_id)
            select 'ABCDEFG' || lpad(e.id::text, 3, '0'), e.id, e.customer_id, e.lapse_id, %s, current_date, now(), l.return_purchase_id
              from letter e join lapse l on l.id = e.lapse_id
             where e.state = 'SENT'
            """
                .formatted(percentGivesKind))
        .update();
  }

  /** A day of letters is looked at when the night of its sixtieth day is over, and not before. */
  @Test
  void aLookCountsWholeDays() {
    letter("t", "SENT", 59, 24, "100");
    letter("c", "CONTROL", 59, null, "0");
    assertThat(one().increment().treated().of()).isZero();
    assertThat(one().increment().finding().more()).isEqualTo(none().more());
    time.setDay(clock.today().plusDays(1));
    assertThat(one().increment().treated().of()).isOne();
    assertThat(one().increment().finding().more()).isNotEqualTo(none().more());
  }

  private static Finding none() {
    return Experiment.of(java.util.List.of());
  }

  @Test
  void theNamesBehindTheLettersAreAsManyWithThoseInDoubt() {
    letter("a", "SENT", 70, null, "0");
    letter("b", "SENT", 70, null, "0");
    jdbc.sql("update letter set state = 'IN_DOUBT' where id = (select max(id) from letter)")
        .update();
    assertThat(one().now().sent()).isEqualTo(2);
    var all = new ResultFilter(1, false, ResultFilter.What.ALL);
    assertThat(results.names(all, null, stories.marketing()).items()).hasSize(2);
  }

  /** A night takes up what came late and what was corrected, and writes nothing twice. */
  @Test
  void whatCameSinceTheNightCountsFromTheNextOneOn() {
    letter("late", "SENT", 70, null, null);
    assertThat(one().now().returned()).isZero();
    var lapse = new LapseId(jdbc.sql("select max(id) from lapse").query(Long.class).single());
    returned(lapse, clock.instant().minusSeconds(60 * 86_400).atOffset(ZoneOffset.UTC), "80");
    assertThat(last().now().returned()).isEqualTo(names(ResultFilter.What.RETURNED)).isZero();
    assertThat(one().now().revenue()).isEqualByComparingTo("80");
    assertThat(last().now().returned()).isEqualTo(names(ResultFilter.What.RETURNED)).isOne();
    jdbc.sql("update purchase set refund_told = 30 where amount = 80").update();
    assertThat(one().now().revenue()).isEqualByComparingTo("50");
    assertThat(outcomes.settle(clock.today())).isZero();
  }

  /** A letter that nobody knows of and that did not arrive is none of the results. */
  @Test
  void aLetterThatDidNotLeaveIsTakenOff() {
    letter("lost", "IN_DOUBT", 70, null, null);
    assertThat(one().now().sent()).isOne();
    jdbc.sql("update letter set state = 'FAILED'").update();
    assertThat(outcomes.settle(clock.today())).isPositive();
    assertThat(results.results(ResultPeriod.YEAR, stories.marketing()).rungs()).isEmpty();
  }

  /** As it stands, without another night. */
  private RungResult last() {
    return results.results(ResultPeriod.YEAR, stories.marketing()).rungs().get(0);
  }

  @Test
  void repsSeeNoResultsOfTheFirm() {
    assertThatThrownBy(() -> results.results(ResultPeriod.YEAR, people.rep("rep")))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void openingsAndClicksAreThoseOfTheNames() {
    letter("read", "SENT", 10, null, null);
    letter("clicked", "SENT", 10, null, null);
    letter("scanned", "SENT", 10, null, null);
    letter("kept", "CONTROL", 10, null, null);
    jdbc.sql(
            """
            insert into letter_hit (letter_id, number, at, machine)
            select l.id, h.number, now(), h.machine
              from (values ('read', -1, null), ('read', -1, null), ('clicked', -1, null), ('clicked', 0, null), ('clicked', 2, null),
                           ('scanned', 0, 'swarm')) h(ref, number, machine)
              join customer c on c.ref = h.ref
              join letter l on l.customer_id = c.id
            """)
        .update();
    assertThat(one().now().opened()).isEqualTo(2).isEqualTo(names(ResultFilter.What.OPENED));
    assertThat(one().now().clicked()).isEqualTo(1).isEqualTo(names(ResultFilter.What.CLICKED));
  }

  /** LET-30: a count of whom nobody could hear of says nothing without what it is counted of. */
  @Test
  void openingsAndClicksHaveTheLettersThatCouldTellForTheirBase() {
    for (var who : List.of("told", "silent", "clicks only", "never asked")) {
      letter(who, "SENT", 10, null, null);
    }
    jdbc.sql(
            """
            insert into letter_tells
            select l.id, true, c.ref <> 'clicks only'
              from letter l join customer c on c.id = l.customer_id where c.ref <> 'never asked'
            """)
        .update();
    jdbc.sql(
            """
            insert into letter_hit (letter_id, number, at)
            select l.id, -1, now() from letter l join customer c on c.id = l.customer_id where c.ref = 'told'
            """)
        .update();
    var now = one().now();
    assertThat(now.opened()).isEqualTo(1);
    assertThat(now.tellsOpens()).isEqualTo(2);
    assertThat(now.tellsClicks()).isEqualTo(3);
  }

  private long names(ResultFilter.What what) {
    return results
        .names(new ResultFilter(1, false, what), null, stories.marketing())
        .items()
        .size();
  }
}
