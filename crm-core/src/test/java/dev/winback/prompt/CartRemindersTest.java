package dev.winback.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.letter.CartGood;
import dev.winback.letter.Mode;
import dev.winback.letter.PromptKind;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * LET-13, LET-14, LET-15: three reminders of a cart, each once, as long as it waits; a late one is
 * worse than none.
 */
class CartRemindersTest extends CartStories {
  @Test
  void theFirstIsDueAfterAnHourWithoutASignOfLife() {
    workAfter(Duration.ofMinutes(60).minusSeconds(1));
    assertThat(stories.letters()).isEmpty();
    workAfter(Duration.ofMinutes(60));
    assertThat(stories.letters()).containsOnly(java.util.Map.entry(AT_ONCE, "PLANNED"));
    assertThat(stories.send()).hasSize(1);
    work();
    assertThat(stories.letters()).containsOnly(java.util.Map.entry(AT_ONCE, "SENT"));
  }

  @Test
  void theThreeLeaveAtOnceNextDayAndAfterSixDaysAndThenNoneDoes() {
    for (var idle : new Duration[] {Duration.ofHours(1), Duration.ofHours(25)}) {
      workAfter(idle);
      assertThat(stories.send()).as(idle.toString()).hasSize(1);
    }
    workAfter(Duration.ofHours(1).plusDays(6).minusSeconds(1));
    assertThat(stories.letters()).doesNotContainKey(LAST);
    workAfter(Duration.ofHours(1).plusDays(6));
    assertThat(stories.send()).hasSize(1);
    for (int day = 7; day < 20; day++) {
      workAfter(Duration.ofDays(day));
    }
    assertThat(stories.letters())
        .hasSize(3)
        .containsEntry(AT_ONCE, "SENT")
        .containsEntry(NEXT_DAY, "SENT")
        .containsEntry(LAST, "SENT");
  }

  @Test
  void whoIsSeenAgainIsNotIdle() {
    stories.cart("A", "c1", filled, "updated_at", filled.plusSeconds(1800).toString());
    workAfter(Duration.ofMinutes(89));
    assertThat(stories.letters()).isEmpty();
    workAfter(Duration.ofMinutes(90));
    assertThat(stories.letters()).containsEntry(AT_ONCE, "PLANNED");
  }

  @Test
  void itShowsTheGoodsWithPicturesTheNameInTheSubjectAndLeadsToTheCart() {
    stories.cart(
        "A",
        "c1",
        filled,
        "items",
        """
        [{"name": "Tea", "quantity": 2, "price": "4.50", "image": "https://shop.example/t.png"},
         {"title": "Cup", "image": "http://shop.example/insecure.png"}]
        """);
    workAfter(Duration.ofHours(1));
    var content = stories.send().get(0).content();
    assertThat(content.goods())
        .containsExactly(
            new CartGood("Tea", BigDecimal.valueOf(2), "4.50 EUR", "https://shop.example/t.png"),
            new CartGood("Cup", null, null, null));
    assertThat(content.template().subject()).startsWith("{{first_name}}, ");
    assertThat(content.variables()).containsEntry("first_name", "Irina");
    assertThat(content.template().buttonUrl()).isEqualTo("https://shop.example/cart/c1");
    assertThat(stories.one("select items from cart", String.class)).isEqualTo("2 × Tea, Cup");
  }

  /** A cart so late that its first reminder is due when the hours are over. */
  /** Unsubscribed from all but these, a reader gets these; a pause is a pause. */
  @Test
  void offNothingIsWrittenAndWithReviewAPersonLetsItGo() {
    stories.carts(Mode.OFF);
    workAfter(Duration.ofHours(1));
    assertThat(stories.letters()).isEmpty();
    stories.clock.set(filled);
    stories.carts(Mode.REVIEW);
    workAfter(Duration.ofHours(1));
    assertThat(stories.letters()).containsEntry(AT_ONCE, "HELD REVIEW");
  }

  @Test
  void cartsOfBeforeTheStartAndOfLongAgoStayOut() {
    stories.buyer("B", 20);
    stories.cart("B", "old", filled.minus(Duration.ofDays(1)));
    stories.cart("B", "older", filled.minus(Duration.ofDays(40)));
    workAfter(Duration.ofMinutes(1));
    assertThat(stories.letters()).isEmpty();
  }

  @Test
  void aThirdIsKeptBackForAllThreeReminders() {
    stories.offer(PromptKind.CART_AT_ONCE, 0, 90);
    for (int i = 0; i < 30; i++) {
      stories.buyer("K" + i, 20);
      stories.cart("K" + i, "k" + i, filled);
    }
    workAfter(Duration.ofHours(1));
    long kept = count("CONTROL", -11);
    assertThat(kept).isBetween(20L, 31L);
    stories.send();
    workAfter(Duration.ofHours(25));
    assertThat(count("CONTROL", -12)).isEqualTo(kept);
  }

  private long count(String state, int rung) {
    return stories.one(
        "select count(*) from letter where state = '%s' and rung = %d".formatted(state, rung),
        Long.class);
  }

  @Test
  void aReminderMayCarryADiscountThatDiesWithIt() {
    stories.execute("update template set body = body || ' {{coupon}}' where rung = -11");
    stories.offer(PromptKind.CART_AT_ONCE, 20, 0);
    workAfter(Duration.ofHours(1));
    assertThat(stories.one("select percent from coupon where void_at is null", Integer.class))
        .isEqualTo(20);
    workAfter(Duration.ofHours(4));
    assertThat(stories.one("select count(*) from coupon where void_at is null", Long.class))
        .isZero();
  }

  @Test
  void anOrderCountsForFourteenDaysFromTheMomentInWhichTheFirstReminderWasDue() {
    workAfter(Duration.ofHours(1));
    stories.send();
    var due = filled.plus(Duration.ofHours(1));
    var days = Duration.ofDays(14);
    assertThat(orderedAt(due.minusSeconds(1))).isZero();
    assertThat(orderedAt(due)).isOne();
    assertThat(orderedAt(due.plus(days).minusSeconds(1))).isOne();
    assertThat(orderedAt(due.plus(days))).isZero();
  }

  private void order(Instant moment, String status) {
    stories.execute(
        """
        delete from purchase where external_id = 'order';
        insert into purchase (customer_id, source, external_id, purchased_at, amount, currency, status)
        select id, 'x', 'order', '%s', 5, 'EUR', '%s' from customer where ref = 'A'
        """
            .formatted(moment, status));
  }

  /** What is ordered months later is another order, in the list as in what reminders bring. */
  @Test
  void aCartIsOrderedUntilFourteenDaysAfterTheLastSignOfLife() {
    var days = Duration.ofDays(14);
    assertThat(row("A").state()).isEqualTo("left");
    order(filled.plus(days).minusSeconds(1), "paid");
    assertThat(row("A").state()).isEqualTo("ordered");
    assertThat(reminders.count(CartFilter.of("ordered", false), marketing())).isOne();
    order(filled.plus(days), "paid");
    assertThat(row("A").state()).isEqualTo("left");
    assertThat(reminders.count(CartFilter.of("ordered", false), marketing())).isZero();
    stories.execute("update cart set ordered = true");
    assertThat(row("A").state()).as("the shop says so").isEqualTo("ordered");
  }

  @Test
  void aCartThatWasLeftHasAReminderOrSaysWhyItHasNone() {
    stories.buyer("B", 20);
    stories.cart("B", "old", filled.minus(Duration.ofDays(1)));
    assertThat(row("B").unreminded()).isEqualTo("before");
    assertThat(row("A").unreminded()).isEqualTo("not-yet");
    stories.clock.set(filled.plus(Duration.ofDays(7)));
    assertThat(row("A").unreminded()).as("the last may come").isEqualTo("not-yet");
    stories.clock.set(filled.plus(Duration.ofDays(20)));
    assertThat(row("A").unreminded()).as("told of after all three").isEqualTo("late");
    order(filled.plusSeconds(600), "cancelled");
    assertThat(row("A").unreminded()).isEqualTo("moved-on");
    order(filled.plusSeconds(600), "paid");
    assertThat(row("A").unreminded()).as("it was ordered").isNull();
    stories.execute("delete from purchase where external_id = 'order'");
    stories.carts(Mode.OFF);
    assertThat(row("A").unreminded()).isEqualTo("off");
    assertThat(row("A").reasonCode()).as("in its file").isEqualTo("off");
    stories.carts(Mode.LIVE);
    stories.execute("update rung set since = date '2026-01-01' where mode <> 'off'");
    workAfter(Duration.ofHours(1));
    assertThat(row("A").unreminded()).isNull();
    assertThat(row("A").letter()).isNotNull();
  }

  private CartRow row(String ref) {
    return reminders.page(CartFilter.of(null, false), null, 10, marketing()).items().stream()
        .filter(row -> row.ref().equals(ref))
        .findFirst()
        .orElseThrow();
  }

  private Actor marketing() {
    return stories.people.marketing();
  }

  private long orderedAt(Instant moment) {
    order(moment, "paid");
    var early = reminders.effect(stories.people.marketing());
    assertThat(early.reminded()).isOne();
    assertThat(early.treated().of()).isZero();
    stories.clock.set(filled.plus(Duration.ofDays(16)));
    var over = reminders.effect(stories.people.marketing());
    stories.clock.set(filled.plus(Duration.ofHours(1)));
    assertThat(over.treated().of()).isOne();
    assertThat(over.comparable()).isFalse();
    return over.treated().returned();
  }

  @Test
  void whatTheyBringIsComparedWithTheCartsKeptBackAndTooEarlySaysSo() {
    aThirdIsKeptBackForAllThreeReminders();
    stories.clock.set(filled.plus(Duration.ofDays(16)));
    var effect = reminders.effect(stories.people.marketing());
    assertThat(effect.reminded() + effect.kept()).isEqualTo(31);
    assertThat(effect.treated().of()).isEqualTo(effect.reminded());
    assertThat(effect.control().of()).isEqualTo(effect.kept());
    assertThat(effect.comparable()).isTrue();
    assertThat(effect.finding().early()).isTrue();
  }

  @Test
  void minutesAreASettingOfAtLeastFifteen() {
    var marketing = stories.people.marketing();
    assertThatThrownBy(() -> reminders.change(new CartSetting(14, 24, 6), marketing))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> reminders.change(new CartSetting(15, 24, 6), stories.people.manager()))
        .isInstanceOf(NotAllowed.class);
    long change = reminders.change(new CartSetting(15, 24, 6), marketing);
    workAfter(Duration.ofMinutes(15));
    assertThat(stories.letters()).hasSize(1);
    reminders.undo(change, marketing);
    reminders.undo(change, marketing);
    assertThat(reminders.setting(marketing)).isEqualTo(new CartSetting(60, 24, 6));
    assertThat(stories.one("select count(*) from cart_setting", Long.class)).isEqualTo(3);
  }

  @Test
  void whatSomebodyElseHasSetSinceIsNotTakenBack() {
    var marketing = stories.people.marketing();
    long change = reminders.change(new CartSetting(15, 24, 6), marketing);
    reminders.change(new CartSetting(30, 12, 3), marketing);
    assertThatThrownBy(() -> reminders.undo(change, marketing)).isInstanceOf(Refused.class);
    assertThat(reminders.setting(marketing)).isEqualTo(new CartSetting(30, 12, 3));
  }

  @Test
  void theListTellsWhatBecameOfEachCart() {
    var marketing = stories.people.marketing();
    workAfter(Duration.ofHours(1));
    var all = CartFilter.of(null, false);
    var row = reminders.page(all, null, 10, marketing).items().get(0);
    assertThat(row.ref()).isEqualTo("A");
    assertThat(row.state()).isEqualTo("left");
    assertThat(row.reminder()).isEqualTo(PromptKind.CART_AT_ONCE);
    assertThat(reminders.count(CartFilter.of("left", true), marketing)).isOne();
    assertThat(reminders.count(CartFilter.of("ordered", true), marketing)).isZero();
  }
}
