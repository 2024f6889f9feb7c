package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.time.ZoneOffset;
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
    return results.results(stories.marketing()).rungs().get(0);
  }

  @Test
  void aReturnCountsWithinSixtyDaysAfterTheSendingAndNotBeforeIt() {
    letter("in", "SENT", 70, 60 * 24, "100");
    letter("late", "SENT", 70, 60 * 24 + 1, "100");
    letter("before", "SENT", 70, -1, "100");
    letter("none", "SENT", 70, null, "0");
    assertThat(one().treated()).isEqualTo(new Share(1, 4));
    assertThat(one().control()).isEqualTo(new Share(0, 0));
    assertThat(one().revenue()).isEqualByComparingTo("100");
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

  @Test
  void sharesCountOnlyLettersWhoseSixtyDaysAreOver() {
    letter("over", "SENT", 60, 24, "100");
    letter("open", "SENT", 59, 24, "50");
    assertThat(one().treated()).isEqualTo(new Share(1, 1));
    assertThat(one().control()).isEqualTo(new Share(0, 0));
    assertThat(one().returned()).isEqualTo(2);
    assertThat(one().sent()).isEqualTo(2);
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
    assertThat(one().finding().verdict()).isEqualTo(Verdict.TOO_EARLY);
    assertThat(one().finding().more()).isEqualTo(163);
    assertThat(results.results(stories.marketing()).together().finding())
        .isEqualTo(one().finding());
  }

  @Test
  void onlyWhatComesBeyondTheKeptBackIsEarned() {
    for (int nr = 0; nr < 4; nr++) {
      letter("t" + nr, "SENT", 70, nr < 2 ? 24 : null, "100");
    }
    for (int nr = 0; nr < 2; nr++) {
      letter("c" + nr, "CONTROL", 70, nr < 1 ? 24 : null, "60");
    }
    var result = one();
    assertThat(result.treated()).isEqualTo(new Share(2, 4));
    assertThat(result.control()).isEqualTo(new Share(1, 2));
    // 200 came, 60 of two would have been 120 of four
    assertThat(result.extraRevenue()).isEqualByComparingTo("80");
    assertThat(result.margin()).isEqualByComparingTo("24");
    assertThat(result.cost()).isEqualByComparingTo("0.20");
    assertThat(result.romi()).isEqualTo(11_900);
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
    assertThat(one().used()).isOne();
    assertThat(one().given()).isEqualByComparingTo("20");
    assertThat(one().cost()).isEqualByComparingTo("20.05");
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
    assertThat(one().used()).isOne();
    assertThat(one().given()).isEqualByComparingTo("20");
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

  /** What has not had its 60 days has brought nothing yet, so its cost does not count either. */
  @Test
  void theCostIsThatOfTheLettersWhoseMarginIsCompared() {
    letter("over", "SENT", 70, 24, "200");
    letter("c", "CONTROL", 70, null, "0");
    for (int nr = 0; nr < 3; nr++) {
      letter("open" + nr, "SENT", 10, 24, "100");
    }
    used("10, null, null");
    assertThat(one().given()).isEqualByComparingTo("50");
    assertThat(one().cost()).isEqualByComparingTo("20.05");
    assertThat(one().margin()).isEqualByComparingTo("60");
    assertThat(one().romi()).isEqualTo(199);
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
    assertThat(one().given()).isEqualByComparingTo("7");
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
    assertThat(one().treated().of()).isZero();
    assertThat(one().finding().more()).isEqualTo(none().more());
    time.setDay(clock.today().plusDays(1));
    assertThat(one().treated().of()).isOne();
    assertThat(one().finding().more()).isNotEqualTo(none().more());
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
    assertThat(one().sent()).isEqualTo(2);
    var all = new ResultFilter(1, false, ResultFilter.What.ALL);
    assertThat(results.names(all, null, stories.marketing()).items()).hasSize(2);
  }

  /** A night takes up what came late and what was corrected, and writes nothing twice. */
  @Test
  void whatCameSinceTheNightCountsFromTheNextOneOn() {
    letter("late", "SENT", 70, null, null);
    assertThat(one().returned()).isZero();
    var lapse = new LapseId(jdbc.sql("select max(id) from lapse").query(Long.class).single());
    returned(lapse, clock.instant().minusSeconds(60 * 86_400).atOffset(ZoneOffset.UTC), "80");
    assertThat(last().returned()).isEqualTo(names(ResultFilter.What.RETURNED)).isZero();
    assertThat(one().revenue()).isEqualByComparingTo("80");
    assertThat(last().returned()).isEqualTo(names(ResultFilter.What.RETURNED)).isOne();
    jdbc.sql("update purchase set refund_told = 30 where amount = 80").update();
    assertThat(one().revenue()).isEqualByComparingTo("50");
    assertThat(outcomes.settle(clock.today())).isZero();
  }

  /** A letter that nobody knows of and that did not arrive is none of the results. */
  @Test
  void aLetterThatDidNotLeaveIsTakenOff() {
    letter("lost", "IN_DOUBT", 70, null, null);
    assertThat(one().sent()).isOne();
    jdbc.sql("update letter set state = 'FAILED'").update();
    assertThat(outcomes.settle(clock.today())).isPositive();
    assertThat(results.results(stories.marketing()).rungs()).isEmpty();
  }

  /** As it stands, without another night. */
  private RungResult last() {
    return results.results(stories.marketing()).rungs().get(0);
  }

  @Test
  void repsSeeNoResultsOfTheFirm() {
    assertThatThrownBy(() -> results.results(people.rep("rep"))).isInstanceOf(NotAllowed.class);
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
    assertThat(one().opened()).isEqualTo(2).isEqualTo(names(ResultFilter.What.OPENED));
    assertThat(one().clicked()).isEqualTo(1).isEqualTo(names(ResultFilter.What.CLICKED));
  }

  private long names(ResultFilter.What what) {
    return results
        .names(new ResultFilter(1, false, what), null, stories.marketing())
        .items()
        .size();
  }
}
