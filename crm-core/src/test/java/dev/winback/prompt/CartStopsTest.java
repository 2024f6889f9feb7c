package dev.winback.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** LET-13: what stops or holds the reminder of a cart, at the claim as well as by the minute. */
class CartStopsTest extends CartStories {
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

  /** A file that tells days only may mean the evening, unless it came before the cart. */
  @Test
  void anOrderOfWhichOnlyTheDayIsKnownIsThatOfTheCart() {
    workAfter(Duration.ofHours(1));
    stories.execute(
        """
        insert into purchase (customer_id, source, external_id, purchased_at, amount, currency, status)
        select id, 'x', 'o1', timestamp '2026-06-01' at time zone '%s', 12, 'EUR', 'paid' from customer
        """
            .formatted(stories.clock.getZone()));
    assertThat(reminders.count(CartFilter.of("ordered", false), stories.people.marketing()))
        .isOne();
    work();
    assertThat(stories.letters()).containsEntry(AT_ONCE, "SUPPRESSED CART_GONE");
    stories.execute("update purchase set received_at = '2026-06-01T06:00:00Z' where source = 'x'");
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
  void aCartOfTheSameKeyThatComesAgainIsTheSameCart() {
    workAfter(Duration.ofHours(1));
    assertThat(stories.send()).hasSize(1);
    stories.execute("delete from cart");
    stories.cart("A", "c1", filled);
    work();
    assertThat(stories.letters()).hasSize(1).containsEntry(AT_ONCE, "SENT");
  }
}
