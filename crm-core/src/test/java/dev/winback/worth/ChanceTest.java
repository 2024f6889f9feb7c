package dev.winback.worth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winback.lapse.Assignments;
import dev.winback.why.Telling;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** DEC-13, DEC-14: what raises and lowers the chance to win this customer back. */
class ChanceTest extends WorthStories {

  @Autowired Assignments assignments;

  @BeforeEach
  void aNight() {
    history();
    night();
  }

  @Test
  void priceLeaversReturnMoreOftenThanServiceLeaversAndBothReasonsAreFutile() {
    told("stated", "price", "saidBy", "customer");
    double price = chance();
    told("real", "service", "saidBy", "customer");
    double service = chance();
    told("problem", "both");
    double both = chance();
    assertThat(price).isGreaterThan(service);
    assertThat(service).isGreaterThan(both);
  }

  /** DEC-14: what nobody but us has said moves the chance half as far, and the page says so. */
  @Test
  void aReasonThatIsOnlyGuessedPullsHalfAsMuch() {
    told("stated", "service", "saidBy", "guess");
    double guessed = chance();
    var half = effect("service");
    told("saidBy", "customer");
    assertThat(chance()).as("service leavers return less often").isLessThan(guessed);
    assertThat(half.guessed()).isTrue();
    assertThat(effect("service").guessed()).isFalse();
    assertThat(half.logOdds()).isCloseTo(effect("service").logOdds() / 2, within(1e-9));
    told("stated", "price", "saidBy", "guess");
    assertThat(chance()).as("price leavers more often").isLessThan(toldByHimself());
  }

  /** Nobody has asked why, which is another thing than that it was not so. */
  @Test
  void whatNobodyKnowsIsNotSaidToBeOtherwise() {
    told("stated", "service", "saidBy", "customer");
    assertThat(effect("service").known()).isTrue();
    jdbc.sql("delete from finding").update();
    jdbc.sql(
            """
            insert into finding (lapse_id, customer_id, told_at, said, stated, said_by, severity)
            select id, customer_id, now(), array['stated', 'severity'], 'service', 'customer', 4
              from lapse where customer_id <> :lost
            """)
        .param("lost", lost.value())
        .update();
    worths.settle(DAY);
    findings.tell(lapse(), Telling.of(Map.of("competitor", "Brown"), List.of()), manager);
    assertThat(explained().effects())
        .as("what nobody knows speaks neither for nor against")
        .extracting(Effect::feature)
        .doesNotContain("price", "service", "price-and-service", "human-factor")
        .doesNotContain("severity-above-1", "offer-upgrade", "offer-both");
    told("stated", "other");
    assertThat(explained().effects())
        .filteredOn(e -> Set.of("price", "service").contains(e.feature()))
        .allMatch(Effect::known);
  }

  private double toldByHimself() {
    told("saidBy", "customer");
    return chance();
  }

  private Effect effect(String feature) {
    return explained().effects().stream()
        .filter(effect -> effect.feature().equals(feature))
        .findAny()
        .orElseThrow();
  }

  @Test
  void whatIsToldCountsAtOnceInTheList() {
    var before = stored().get("chance");
    told("stated", "price", "saidBy", "customer");
    assertThat(stored().get("chance")).isNotEqualTo(before);
  }

  /** DEC-22: against the rule it may be, and it is harder, at once and in the list. */
  @Test
  void whoLostHimWinsHimBackLessOften() {
    var other = stories.rep("other");
    assignments.give(lapse(), other.login(), null, false, manager);
    var before = chance();
    var stored = (java.math.BigDecimal) stored().get("chance");
    assignments.give(lapse(), rep.login(), "nobody else is left", false, manager);
    assertThat(chance()).isLessThan(before);
    assertThat((java.math.BigDecimal) stored().get("chance")).isLessThan(stored);
    assertThat(explained().effects())
        .anySatisfy(
            effect -> {
              assertThat(effect.feature()).isEqualTo("by-who-lost-him");
              assertThat(effect.plus()).isFalse();
            });
  }

  @Test
  void whoRecommendedUsReturnsMoreEasily() {
    double before = chance();
    jdbc.sql("update customer set referrals = 1 where ref = 'LOST'").update();
    assertThat(chance()).isGreaterThan(before);
  }

  @Test
  void aResolvedComplaintIsBetterThanNoneAndAnUnresolvedOneIsWorse() {
    double none = chance();
    complaint(true, true);
    double resolved = chance();
    complaint(false, false);
    double open = chance();
    assertThat(resolved).isGreaterThan(none);
    assertThat(open).isLessThan(none);
  }

  @Test
  void anAnswerThatDidNotSatisfyCountsAsNone() {
    double none = chance();
    complaint(true, false);
    assertThat(chance()).isLessThan(none);
  }

  @Test
  void theMoreSeriousToHimTheHarder() {
    told("stated", "delivery", "saidBy", "customer", "severity", "1");
    double trifle = chance();
    told("severity", "5");
    assertThat(chance()).isLessThan(trifle);
  }

  @Test
  void aPersonWhoLetHimDownIsHarderToRepairThanAThing() {
    told("stated", "delivery", "saidBy", "customer", "human", "no");
    double thing = chance();
    told("human", "yes");
    assertThat(chance()).isLessThan(thing);
  }

  @Test
  void theOneWhoLostHimHasTheSmallerChance() {
    set("assignee = null, lost_by = " + rep.member());
    double other = chance();
    set("assignee = " + rep.member());
    assertThat(chance()).isLessThan(other);
  }

  /** DEC-14: a manager may try once more with who came back by our help and left again. */
  @Test
  void whoCameBackByOurHelpAndLeftAgainHasTheSmallerChance() {
    double first = chance();
    set("number = 2");
    jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency,
                               closed_on, returned_on, credit)
            select customer_id, 1, 'RETURNED', :d, 'silent', :d, 100, 'EUR', :d, :d, 'call' from lapse where id = :l
            """)
        .param("d", DAY.minusDays(300))
        .param("l", lapse().value())
        .update();
    jdbc.sql("update lapse set credit = 'none' where number = 1 and stage = 'RETURNED'").update();
    assertThat(chanceOfSecond()).as("by himself").isEqualTo(first);
    jdbc.sql("update lapse set credit = 'call' where number = 1 and stage = 'RETURNED'").update();
    assertThat(chanceOfSecond()).isLessThan(first);
  }

  private double chanceOfSecond() {
    var second =
        jdbc.sql("select id from lapse where number = 2")
            .query((row, n) -> new dev.winback.lapse.LapseId(row.getLong(1)))
            .single();
    return worths.of(second, manager).orElseThrow().worth().chance();
  }

  @Test
  void eachFailedAttemptLowersIt() {
    double before = chance();
    for (int i = 1; i <= 2; i++) {
      attempt("a" + i, DAY.minusDays(1), false);
      set("opened_on = date '%s'".formatted(DAY.minusDays(30)));
      double after = chance();
      assertThat(after).isLessThan(before);
      before = after;
    }
  }

  @Test
  void theStrongestEffectStandsFirstAndTheGivenOnesAreNotTold() {
    complaint(false, false);
    var effects = explained().effects();
    assertThat(effects.get(0).feature()).isEqualTo("complaint-unresolved");
    assertThat(effects.get(0).plus()).isFalse();
    assertThat(effects).noneMatch(effect -> effect.feature().equals("scale"));
  }

  /** The weights begin at the published figures and move with the firm's own outcomes. */
  @Test
  void callsThatNeverBringAnybodyBackLowerTheChanceOfTheNextOne() {
    double published = chance();
    jdbc.sql("update lapse set opened_on = :d").param("d", DAY.minusDays(120)).update();
    jdbc.sql(
            """
            insert into contact (customer_id, source, external_id, contacted_at, channel, reached, lapse_id)
            select customer_id, 'test', 'o-' || id, :at, 'phone', true, id from lapse where customer_id <> :lost
            """)
        .param("at", DAY.minusDays(100).atStartOfDay().atOffset(ZoneOffset.UTC))
        .param("lost", lost.value())
        .update();
    worths.settle(DAY);
    assertThat(explained().outcomes()).isGreaterThan(10);
    assertThat(explained().returned()).isZero();
    assertThat(chance()).isLessThan(published);
  }

  @Test
  void anOutcomeIsOneAfterThirteenWeeks() {
    attempt("late", DAY.minusDays(90), true);
    set("opened_on = date '%s'".formatted(DAY.minusDays(120)));
    worths.settle(DAY);
    assertThat(explained().outcomes()).isZero();
    attempt("early", DAY.minusDays(91), true);
    worths.settle(DAY);
    assertThat(explained().outcomes()).isOne();
  }

  /** science.md, "Learning": whom we thanked for his order was not won back by the call. */
  @Test
  void whoCameBackBeforeHeWasAskedTeachesNothing() {
    set("opened_on = date '%s'".formatted(DAY.minusDays(120)));
    set(
        "stage = 'RETURNED', credit = 'none', returned_on = date '%s'"
            .formatted(DAY.minusDays(101)));
    attempt("thanks", DAY.minusDays(100), true);
    worths.settle(DAY);
    assertThat(explained().outcomes()).isZero();
    attempt("asked", DAY.minusDays(103), true);
    worths.settle(DAY);
    assertThat(explained().outcomes()).isOne();
    assertThat(explained().returned()).isOne();
  }

  private void attempt(String id, LocalDate day, boolean reached) {
    jdbc.sql(
            """
            insert into contact (customer_id, source, external_id, contacted_at, channel, reached, lapse_id)
            values (:c, 'test', :id, :at, 'phone', :reached, :lapse)
            """)
        .param("c", lost.value())
        .param("id", id)
        .param("at", day.atTime(12, 0).atOffset(ZoneOffset.UTC))
        .param("reached", reached)
        .param("lapse", lapse().value())
        .update();
  }

  private void complaint(boolean resolved, boolean satisfied) {
    jdbc.sql(
            """
            insert into complaint (customer_id, source, external_id, complained_at, resolved_at, satisfied)
            values (:c, 'test', :id, :at, :resolved, :satisfied)
            """)
        .param("c", lost.value())
        .param("id", "k-" + resolved + satisfied)
        .param("at", DAY.minusDays(160).atStartOfDay().atOffset(ZoneOffset.UTC))
        .param(
            "resolved",
            resolved ? DAY.minusDays(155).atStartOfDay().atOffset(ZoneOffset.UTC) : null)
        .param("satisfied", resolved ? satisfied : null)
        .update();
  }

  private void set(String what) {
    jdbc.sql("update lapse set " + what + " where id = " + lapse().value()).update();
  }
}
