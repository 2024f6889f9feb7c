package dev.winback.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.letter.Mode;
import dev.winback.letter.PromptKind;
import dev.winback.shared.Refused;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** DEC-32 in LET-13 and LET-29: no reminder and no thank you goes below the margin floor. */
class FloorOfPromptsTest extends CartStories {

  @Autowired News news;

  /** 30 percent margin, floor 5: 25 percent leave just enough. */
  @Test
  void moreThanTheMarginLeavesIsNotSet() {
    stories.turn(Mode.OFF, PromptKind.CART_AT_ONCE);
    stories.offer(PromptKind.CART_AT_ONCE, 25, 0);
    for (int percent : new int[] {26, 100}) {
      assertThatThrownBy(() -> stories.offer(PromptKind.CART_AT_ONCE, percent, 0))
          .isInstanceOfSatisfying(
              Refused.class, refused -> assertThat(refused.field()).isEqualTo("percent"))
          .hasMessage("letter.refused.floor [" + percent + ", 30.00, 5.00, 25.00]");
    }
  }

  @Test
  void whatTheMarginLeavesNoLongerIsHeldUntilItDoes() {
    stories.execute("update rung set percent = 25 where number = -11");
    margin(29);
    workAfter(Duration.ofHours(1));
    assertThat(stories.letters()).containsEntry(AT_ONCE, "HELD MARGIN_FLOOR");
    prompts.plan(stories.clock.today());
    assertThat(stories.letters()).containsEntry(AT_ONCE, "HELD MARGIN_FLOOR");
    margin(30);
    prompts.plan(stories.clock.today());
    assertThat(stories.letters()).containsEntry(AT_ONCE, "PLANNED");
    assertThat(stories.send()).hasSize(1);
  }

  /** I6: of one that was set before the highest discount was lowered. */
  @Test
  void whatIsAboveTheHighestDiscountIsHeldToo() {
    stories.execute("update rung set percent = 20 where number = -11");
    highest(19);
    workAfter(Duration.ofHours(1));
    assertThat(stories.letters()).containsEntry(AT_ONCE, "HELD ABOVE_HIGHEST");
    highest(20);
    prompts.plan(stories.clock.today());
    assertThat(stories.letters()).containsEntry(AT_ONCE, "PLANNED");
  }

  private void highest(int percent) {
    stories.execute(
        """
        insert into offer_rule (objective, floor_percent, most_percent, rep_percent, rep_money, rep_month, answer_days, valid_days)
        values ('matched', 5, %d, 10, 30, 300, 3, 30)
        """
            .formatted(percent));
  }

  /** DEC-32: a gift costs what its kind says, as on the ladder. */
  @Test
  void aGiftOfNewsIsBelowTheFloorWhenItCostsMoreThanTheMarginLeaves() {
    stories.execute("update offer_kind set fixed = 30, share = 0 where code = 'gift'");
    stories.execute(
        "update rung set mode = 'live', gives = 'a sample', offer_kind = 'gift' where number = -7");
    stories.execute("update template set body = '{{offer}} {{coupon}}' where rung = -7");
    ordersOf(119);
    news.publish(PromptKind.CLUB, Audience.EVERYBODY, null, stories.people.marketing());
    prompts.work();
    assertThat(stories.letters()).containsEntry("A/club", "HELD MARGIN_FLOOR");
    ordersOf(120);
    prompts.plan(stories.clock.today());
    assertThat(stories.letters()).containsEntry("A/club", "PLANNED");
  }

  /** 30 percent margin, floor 5: 25 percent of 120 are 30. */
  private void ordersOf(int amount) {
    stories.execute(
        """
        insert into customer_value (customer_id, purchases, visits, first_purchase, last_purchase,
                                    rhythm_days, revenue, value_year, currency)
        select id, 1, 1, '2026-01-01', '2026-03-01', 30, %1$d, 300, 'EUR' from customer where ref = 'A'
        on conflict (customer_id) do update set visits = 1, revenue = %1$d, currency = 'EUR'
        """
            .formatted(amount));
  }

  /** Nobody lets go what nobody could approve. */
  @Test
  void inReviewItIsHeldForTheFloorToo() {
    stories.execute("update rung set percent = 26, mode = 'review' where number = -11");
    workAfter(Duration.ofHours(1));
    assertThat(stories.letters()).containsEntry(AT_ONCE, "HELD MARGIN_FLOOR");
  }

  private void margin(int percent) {
    stories.execute(
        """
        insert into cost_setting (margin_percent, hourly_cost, letter_cost, call_minutes)
        values (%d, 30, 0.05, 20)
        """
            .formatted(percent));
  }
}
