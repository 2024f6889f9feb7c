package dev.winback.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.letter.CartGood;
import dev.winback.letter.Mode;
import dev.winback.letter.PromptKind;
import dev.winback.shared.Refused;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * LET-13, LET-14, LET-15: three reminders of a cart, each once, as long as it waits; a late one is
 * worse than none.
 */
@CoreTest
class CartRemindersTest {

  private static final String AT_ONCE = "A/cart-at-once";
  private static final String NEXT_DAY = "A/cart-next-day";
  private static final String LAST = "A/cart-last";

  @Autowired PromptStories stories;
  @Autowired Prompts prompts;
  @Autowired CartReminders reminders;

  private Instant filled;

  @BeforeEach
  void aCartOfABuyer() {
    stories.buyer("A", 20);
    stories.carts(Mode.LIVE);
    filled = stories.clock.instant();
    stories.cart("A", "c1", filled);
  }

  private void work() {
    prompts.work();
    prompts.work();
  }

  private void workAfter(Duration idle) {
    stories.clock.set(filled.plus(idle));
    work();
  }

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

  @Test
  void anOrderStopsThemWhateverBecameOfItAndTakenBackItDoesNot() {
    workAfter(Duration.ofHours(1));
    stories.execute(
        """
        insert into purchase (customer_id, source, external_id, purchased_at, amount, currency, status)
        select id, 'x', 'o1', '2026-06-01T10:30:00Z', 12, 'EUR', 'pending' from customer
        """);
    assertThat(stories.send()).as("the gate knows it before the minute").isEmpty();
    work();
    assertThat(stories.letters()).containsEntry(AT_ONCE, "SUPPRESSED CART_GONE");
    workAfter(Duration.ofHours(25));
    assertThat(stories.letters()).hasSize(1);
    stories.clock.set(filled.plus(Duration.ofHours(2)));
    stories.execute("delete from purchase where external_id = 'o1'");
    prompts.plan(stories.clock.today());
    assertThat(stories.letters()).containsEntry(AT_ONCE, "PLANNED");
  }

  @Test
  void aRefundOrAnEmptiedOrOrderedCartStopsThemToo() {
    workAfter(Duration.ofHours(1));
    stories.execute(
        """
        insert into refund (customer_id, source, external_id, refunded_at, amount)
        select id, 'x', 'r1', '2026-06-01T12:00:00Z', 12 from customer
        """);
    work();
    assertThat(stories.letters()).containsEntry(AT_ONCE, "SUPPRESSED CART_GONE");

    stories.buyer("B", 20);
    stories.buyer("C", 20);
    stories.cart("B", "c2", filled, "items", "", "removed", "Tea");
    stories.cart("C", "c3", filled, "ordered", "yes");
    workAfter(Duration.ofMinutes(61));
    assertThat(stories.letters()).hasSize(1);
  }

  @Test
  void aNewerCartTakesThePlaceOfTheOlder() {
    workAfter(Duration.ofHours(1));
    stories.cart("A", "c2", filled.plus(Duration.ofMinutes(61)));
    work();
    assertThat(stories.letters()).containsEntry(AT_ONCE, "SUPPRESSED CART_GONE");
    assertThat(stories.send()).isEmpty();
    workAfter(Duration.ofMinutes(121));
    assertThat(stories.send()).hasSize(1);
    assertThat(stories.one("select count(*) from letter", Long.class)).isEqualTo(2);
  }

  @Test
  void theFirstGrowsOldAfterThreeHoursTheOthersAfterTwelve() {
    stories.execute("update firm set sending_stopped = true");
    workAfter(Duration.ofHours(1));
    assertThat(stories.letters()).containsEntry(AT_ONCE, "HELD SENDING_STOPPED");
    workAfter(Duration.ofHours(4).minusSeconds(1));
    assertThat(stories.letters()).containsEntry(AT_ONCE, "HELD SENDING_STOPPED");
    workAfter(Duration.ofHours(4));
    assertThat(stories.letters()).containsEntry(AT_ONCE, "SUPPRESSED MISSED");
    workAfter(Duration.ofHours(25));
    workAfter(Duration.ofHours(37).minusSeconds(1));
    assertThat(stories.letters()).containsEntry(NEXT_DAY, "HELD SENDING_STOPPED");
    workAfter(Duration.ofHours(37));
    assertThat(stories.letters()).containsEntry(NEXT_DAY, "SUPPRESSED MISSED");
    stories.execute("update firm set sending_stopped = false");
    prompts.plan(stories.clock.today());
    assertThat(stories.send()).isEmpty();
  }

  @Test
  void outsideOfTheHoursItMovesToTheNextOpeningAndItsTimeRunsFromThere() {
    var evening = evening(19);
    workAfter(Duration.between(filled, evening));
    assertThat(stories.letters()).containsEntry(AT_ONCE, "HELD OUTSIDE_HOURS");
    stories.clock.set(evening.plus(Duration.ofHours(16).minusMinutes(1)));
    work();
    assertThat(stories.letters()).as("before noon").containsEntry(AT_ONCE, "HELD OUTSIDE_HOURS");
    stories.clock.set(evening.plus(Duration.ofHours(17)));
    work();
    assertThat(stories.letters()).as("at noon").containsEntry(AT_ONCE, "SUPPRESSED MISSED");
  }

  /** A cart so late that its first reminder is due when the hours are over. */
  private Instant evening(int hour) {
    var zone = stories.clock.getZone();
    var due = stories.clock.today().atTime(hour, 0).atZone(zone).toInstant();
    stories.cart("A", "c1", due.minus(Duration.ofHours(1)));
    return due;
  }

  @Test
  void aFirstThatStillWaitsWhenTheSecondIsDueIsMergedIntoIt() {
    stories.execute("update firm set sending_stopped = true");
    workAfter(Duration.ofHours(1));
    stories.execute("update prompt set expires_at = expires_at + interval '2 days'");
    workAfter(Duration.ofHours(25));
    assertThat(stories.letters())
        .containsEntry(AT_ONCE, "SUPPRESSED HIGHER_RUNG")
        .containsEntry(NEXT_DAY, "HELD SENDING_STOPPED");
  }

  @Test
  void anotherLetterOfTheseDaysHoldsItAndAReminderOfTheSameCartDoesNot() {
    stories.buyer("B", 20);
    stories.execute(
        """
        insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
        select id, 1, 'LATE', '2026-05-01', 'x', '2026-05-30', 1, 'EUR' from customer where ref = 'B';
        insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, address_hash, sent_at)
        select l.id, l.customer_id, 1, 'SENT', 0, (select min(id) from template), '2026-06-01', address_hash('b@example.org'),
               '2026-06-01T09:00:00Z'
          from lapse l
        """);
    stories.cart("B", "c2", filled);
    workAfter(Duration.ofHours(1));
    assertThat(stories.letters())
        .containsEntry("B/cart-at-once", "HELD CAP")
        .containsEntry(AT_ONCE, "PLANNED");
    workAfter(Duration.ofHours(4));
    assertThat(stories.letters()).containsEntry("B/cart-at-once", "SUPPRESSED MISSED");
  }

  @Test
  void aCartComesBeforeTheLadder() {
    stories.execute(
        """
        update rung set mode = 'live', since = '2020-01-01' where number = 1;
        insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
        select id, 1, 'LATE', '2026-05-20', 'x', '2026-05-30', 1, 'EUR' from customer where ref = 'A';
        insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on)
        select l.id, l.customer_id, 1, 'PLANNED', 0, (select min(id) from template), '2026-06-01' from lapse l
        """);
    workAfter(Duration.ofHours(1));
    assertThat(stories.send()).extracting(letter -> letter.rung()).containsExactly(-11);
    stories.clock.forward(Duration.ofHours(2));
    assertThat(stories.send()).isEmpty();
    assertThat(stories.letters()).containsEntry("A/1", "HELD CAP");
  }

  @Test
  void whoGaveNoConsentIsHeldAndToldSoForEver() {
    stories.execute("update customer set email_consent = null");
    workAfter(Duration.ofHours(1));
    assertThat(stories.letters()).containsEntry(AT_ONCE, "HELD NO_BASIS");
    workAfter(Duration.ofHours(5));
    assertThat(stories.letters()).containsEntry(AT_ONCE, "SUPPRESSED NO_BASIS");
  }

  /** Unsubscribed from all but these, a reader gets these; a pause is a pause. */
  @Test
  void whoWantsCartLettersOnlyGetsThemAndWhoRestsGetsNone() {
    stories.buyer("B", 20);
    stories.cart("B", "c2", filled);
    stories.execute(
        """
        insert into mail_address select address_hash(email) from customer;
        insert into mailbox_quiet (address_hash, kind) values (address_hash('a@example.org'), 'carts');
        insert into mailbox_quiet (address_hash, kind, until) values (address_hash('b@example.org'), 'pause', '2026-08-01')
        """);
    workAfter(Duration.ofHours(1));
    assertThat(stories.letters())
        .containsEntry(AT_ONCE, "PLANNED")
        .containsEntry("B/cart-at-once", "HELD ASKED_QUIET");
    assertThat(stories.send()).hasSize(1);
    workAfter(Duration.ofHours(4));
    assertThat(stories.letters()).containsEntry("B/cart-at-once", "SUPPRESSED ASKED_QUIET");
  }

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
    stories.offer(PromptKind.CART_AT_ONCE, 20, 0);
    workAfter(Duration.ofHours(1));
    assertThat(stories.one("select percent from coupon where void_at is null", Integer.class))
        .isEqualTo(20);
    workAfter(Duration.ofHours(4));
    assertThat(stories.one("select count(*) from coupon where void_at is null", Long.class))
        .isZero();
  }

  @Test
  void aCartOfTheSameKeyThatComesAgainIsTheSameCart() {
    workAfter(Duration.ofHours(1));
    assertThat(stories.send()).hasSize(1);
    stories.execute("delete from cart");
    stories.cart("A", "c1", filled);
    work();
    assertThat(stories.letters()).hasSize(1).containsEntry(AT_ONCE, "SENT");
  }

  @Test
  void minutesAreASettingOfAtLeastFifteen() {
    var marketing = stories.people.marketing();
    assertThatThrownBy(() -> reminders.change(new CartSetting(14, 24, 6), marketing))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> reminders.change(new CartSetting(15, 24, 6), stories.people.manager()))
        .isInstanceOf(NotAllowed.class);
    reminders.change(new CartSetting(15, 24, 6), marketing);
    workAfter(Duration.ofMinutes(15));
    assertThat(stories.letters()).hasSize(1);
    reminders.undo(marketing);
    reminders.undo(marketing);
    assertThat(reminders.setting(marketing)).isEqualTo(new CartSetting(60, 24, 6));
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
    assertThat(LocalDate.of(2026, 6, 1)).isEqualTo(stories.clock.today());
  }
}
