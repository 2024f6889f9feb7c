package dev.winback.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Refused;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.MovableClock;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DEC-33: on the spot up to the rep's limits, above them by a manager. */
class AuthorityTest extends GrantStories {

  @ParameterizedTest
  @CsvSource({"10, given", "11, asked"})
  void theLimitInPercentIsStillHis(String percent, String state) {
    assertThat(offer(rep, "discount", "percent", percent).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"25, given", "25.01, asked"})
  void theLimitInMoneyIsStillHis(String money, String state) {
    rules("0", 25);
    authorities.set("rita", null, new BigDecimal("25"), null, manager);
    assertThat(offer(rep, "gift", "fixed", money).state()).isEqualTo(state);
  }

  @Test
  void whatIsGivenIsBookedAgainstHisMonth() {
    authorities.set("rita", null, null, new BigDecimal("20"), manager);
    assertThat(offer(rep, "gift").state()).isEqualTo("given");
    assertThat(offer(rep, "discount").state()).as("10 and 10 are 20").isEqualTo("given");
    assertThat(offer(rep, "postcard").state()).as("nothing is left").isEqualTo("asked");
    clock.setDay(MovableClock.START.plusMonths(1).withDayOfMonth(1));
    assertThat(offer(rep, "postcard").state()).as("a new month").isEqualTo("given");
  }

  @Test
  void whatIsDeclinedOrTakenBackIsFreeAgain() {
    authorities.set("rita", null, null, new BigDecimal("10"), manager);
    var gift = offer(rep, "gift");
    assertThat(choices.of(lapse, rep).left()).isEqualByComparingTo("0");
    grants.answer(id(gift), false, rep);
    assertThat(choices.of(lapse, rep).left()).isEqualByComparingTo("10");
    grants.unanswer(id(gift), rep);
    assertThat(choices.of(lapse, rep).left()).isEqualByComparingTo("0");
    grants.takeBack(id(gift), rep);
    assertThat(choices.of(lapse, rep).left()).isEqualByComparingTo("10");
  }

  /** DEC-33: an answer that is taken back needs the room of its month as a new offer does. */
  @Test
  void aDeclinedOfferComesBackOnlyWithinTheMonth() {
    authorities.set("rita", null, null, new BigDecimal("10"), manager);
    var gift = offer(rep, "gift");
    grants.answer(id(gift), false, rep);
    var discount = offer(rep, "discount");
    assertThat(discount.state()).isEqualTo("given");
    assertThatThrownBy(() -> grants.unanswer(id(gift), rep))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("grant.asks.month");
    assertThat(now(gift).state()).isEqualTo("declined");
    grants.answer(id(discount), true, rep);
    grants.unanswer(id(discount), rep);
    grants.withdraw(id(discount), rep);
    grants.unanswer(id(gift), rep);
    assertThat(now(gift).state()).isEqualTo("given");
  }

  /** Whose word it is does not matter: it is the giver's month, and a manager has none. */
  @Test
  void aDeclinedOfferIsJudgedByTheMonthOfWhoGaveIt() {
    authorities.set("rita", null, null, BigDecimal.ZERO, manager);
    var dear = offer(manager, "discount", "percent", "20");
    grants.answer(id(dear), false, rep);
    grants.unanswer(id(dear), rep);
    assertThat(now(dear).state()).isEqualTo("given");
    grants.withdraw(id(dear), rep);
    authorities.set("rita", null, null, BigDecimal.TEN, manager);
    var gift = offer(rep, "gift");
    grants.answer(id(gift), false, rep);
    authorities.set("rita", null, null, BigDecimal.ONE, manager);
    assertThatThrownBy(() -> grants.unanswer(id(gift), manager))
        .hasMessageContaining("grant.asks.month");
    authorities.set("rita", null, null, BigDecimal.TEN, manager);
    clock.setDay(MovableClock.START.plusMonths(1).withDayOfMonth(1));
    assertThat(offer(rep, "gift").state()).as("another month").isEqualTo("given");
    grants.unanswer(id(gift), rep);
    assertThat(now(gift).state()).isEqualTo("given");
  }

  @Test
  void whatAManagerApprovedIsNotBookedAgainstTheRep() {
    authorities.set("rita", null, null, BigDecimal.ZERO, manager);
    var gift = offer(rep, "gift");
    assertThat(gift.state()).isEqualTo("asked");
    grants.approve(id(gift), null, null, "for once", manager);
    assertThat(now(gift).word()).isEqualTo("for once");
    assertThat(lists.answered(rep)).isEqualTo(new Answered(1, 0));
    grants.give(id(gift), null, rep);
    assertThat(now(gift).state()).isEqualTo("given");
    assertThat(lists.answered(rep)).isEqualTo(new Answered(0, 0));
    assertThat(choices.of(lapse, rep).booked()).isEqualByComparingTo("0");
  }

  /** days.md, manager 5: "no with a word" is told to whoever asked, for a week. */
  @Test
  void aNoReachesWhoAskedWithItsWord() {
    var asked = offer(rep, "discount", "percent", "20");
    assertThat(choices.of(lapse, rep).refused()).isEmpty();
    grants.refuse(id(asked), "he pays late", manager);
    assertThat(lists.answered(rep)).isEqualTo(new Answered(0, 1));
    assertThat(lists.answered(manager)).isEqualTo(new Answered(0, 0));
    assertThat(choices.of(lapse, rep).refused())
        .extracting(GrantRow::word)
        .containsExactly("he pays late");
    clock.setDay(MovableClock.START.plusDays(8));
    assertThat(lists.answered(rep)).isEqualTo(new Answered(0, 0));
    assertThat(choices.of(lapse, rep).refused()).isEmpty();
  }

  @Test
  void aManagerAsksNobody() {
    assertThat(offer(manager, "discount", "percent", "25").state()).isEqualTo("given");
  }

  @Test
  void someKindsAManagerDecidesWhateverTheyCost() {
    assertThat(offer(rep, "director-letter").state()).isEqualTo("asked");
  }

  @Test
  void smallerIsCountedAnewAndTakenBackAsAsked() {
    var asked = offer(rep, "discount", "percent", "20");
    assertThat(asked.marginAfter()).isEqualByComparingTo("10");
    grants.approve(id(asked), 12, null, "twelve will do", manager);
    assertThat(now(asked).cost()).isEqualByComparingTo("12");
    assertThat(now(asked).marginAfter()).as("after the offer").isEqualByComparingTo("18");
    assertThat(now(asked).smaller()).isTrue();
    grants.undecide(id(asked), manager);
    assertThat(now(asked).percent()).isEqualTo(20);
    assertThat(lists.waiting(manager)).isEqualTo(1);
    grants.refuse(id(asked), "no", manager);
    assertThatThrownBy(() -> grants.give(id(asked), null, rep)).isInstanceOf(Refused.class);
  }

  /** I6: as of granting. */
  @ParameterizedTest
  @CsvSource({
    "0, 19, 30, grant.refused.most",
    "11, 60, 30, grant.refused.floor",
    "5, 60, 24, grant.refused.floor"
  })
  void whatIsBeyondABoundThatWasChangedSinceIsNeitherApprovedNorGiven(
      String floor, int most, BigDecimal margin, String key) {
    var asked = offer(rep, "discount", "percent", "20");
    rules(floor, most);
    margin(margin);
    assertThatThrownBy(() -> grants.approve(id(asked), null, null, null, manager))
        .hasMessageContaining(key);
    rules("0", 60);
    margin(BigDecimal.valueOf(30));
    grants.approve(id(asked), null, null, null, manager);
    rules(floor, most);
    margin(margin);
    assertThatThrownBy(() -> grants.give(id(asked), null, rep)).hasMessageContaining(key);
    assertThat(now(asked).state()).isEqualTo("approved");
    grants.undecide(id(asked), manager);
    grants.approve(id(asked), 19, null, null, manager);
    grants.give(id(asked), null, rep);
    assertThat(now(asked).percent()).isEqualTo(19);
  }

  private void margin(BigDecimal percent) {
    jdbc.sql(
            "insert into cost_setting (margin_percent, hourly_cost, letter_cost, call_minutes) values (:percent, 30, 0.05, 20)")
        .param("percent", percent)
        .update();
  }

  @ParameterizedTest
  @CsvSource({"21", "0"})
  void smallerIsNeitherMoreNorNothing(int percent) {
    var asked = offer(rep, "discount", "percent", "20");
    assertThatThrownBy(() -> grants.approve(id(asked), percent, null, null, manager))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aDecisionIsNotTakenBackBehindTheRepsBack() {
    var asked = offer(rep, "discount", "percent", "20");
    grants.approve(id(asked), null, null, null, manager);
    assertThatThrownBy(() -> grants.approve(id(asked), null, null, null, manager))
        .as("twice")
        .isInstanceOf(Refused.class);
    grants.give(id(asked), null, rep);
    assertThatThrownBy(() -> grants.undecide(id(asked), manager)).isInstanceOf(Refused.class);
  }

  @Test
  void onlyAManagerDecides() {
    var asked = offer(rep, "discount", "percent", "20");
    assertThatThrownBy(() -> grants.approve(id(asked), null, null, null, rep))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> grants.approve(id(asked), null, null, null, stories.admin()))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void whatIsAddedIsAskedForAsWhatItIs() {
    assertThat(offer(rep, "make-good", "plus", "postcard").state()).isEqualTo("given");
    assertThat(offer(rep, "make-good", "plus", "director-letter").state())
        .as("a manager decides about it alone, so also on top of something")
        .isEqualTo("asked");
  }

  @ParameterizedTest
  @CsvSource({"9.99, asked", "10, given", "0, asked"})
  void thatItCostsLessThanUsualAManagerDecides(String money, String state) {
    assertThat(offer(rep, "gift", "fixed", money).state()).isEqualTo(state);
    assertThat(offer(manager, "gift", "fixed", money).state()).isEqualTo("given");
  }

  @Test
  void smallerIsNeverLessThanNothing() {
    var gift = offer(rep, "director-letter");
    assertThatThrownBy(() -> grants.approve(id(gift), -1, null, null, manager))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> grants.approve(id(gift), null, new BigDecimal("-0.01"), null, manager))
        .isInstanceOf(Refused.class);
    grants.approve(id(gift), 0, BigDecimal.ZERO, null, manager);
    assertThat(now(gift).fixed()).isEqualByComparingTo("0");
  }
}
