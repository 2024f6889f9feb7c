package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.Suppressions;
import dev.winback.testing.ALetter;
import dev.winback.testing.CoreTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** letters.md, "Retries, breaker, throttle": paces of receivers, full mailboxes, stopped rungs. */
@CoreTest
class ReceiversTest {

  private static final Duration LATER = Duration.ofMinutes(5);

  @Autowired Outbox outbox;
  @Autowired Suppressions suppressions;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;

  @ParameterizedTest
  @CsvSource({
    "a@GMAIL.com, gmail",
    "a@googlemail.com, gmail",
    "a@notgmail.com, other",
    "a@gmail.com.example, other",
    "a@hotmail.co.uk, microsoft",
    "a@outlook.de, microsoft",
    "a@msn.com, microsoft",
    "a@yahoo.co.jp, yahoo",
    "a@aol.com, yahoo",
    "a@mail.ru, mail.ru",
    "a@vk.com, mail.ru",
    "a@hotmail.ru.example, other",
    "a@yandex.kz, yandex",
    "a@ya.ru, yandex",
    "a@shop.example, other",
    "'', other"
  })
  void eachAddressHasItsReceiver(String address, String receiver) {
    assertThat(
            jdbc.sql("select mail_group_of(:a)").param("a", address).query(String.class).single())
        .isEqualTo(receiver);
  }

  @Test
  void aLimitedReceiverGetsItsLettersAMinuteAndNobodyElseWaits() {
    planned(5, "gmail.com");
    planned(2, "shop.example");
    jdbc.sql("update mail_group set most = 3 where name = 'gmail'").update();

    assertThat(claimed("a") + claimed("b") + claimed("c")).isEqualTo(5);
    assertThat(waiting("gmail")).isEqualTo(2);
    aMomentAgo("19 seconds");
    assertThat(claimed("a")).isZero();
    aMomentAgo("20 seconds");
    assertThat(claimed("a")).isOne();
  }

  @Test
  void whoFindsALimitedReceiverTakenGoesOnToAnotherOne() {
    planned(5, "gmail.com");
    planned(2, "shop.example");
    jdbc.sql("update mail_group set most = 9 where name = 'gmail'").update();
    transactions.executeWithoutResult(
        t -> {
          jdbc.sql("update mail_group set closings = 0 where name = 'gmail'").update();
          var other = CompletableFuture.supplyAsync(() -> claimed("b") + claimed("b"));
          assertThat(other.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(2);
        });
    assertThat(claimed("a")).isEqualTo(5);
  }

  @Test
  void aReceiverThatWasCountedAheadGetsNoneAndNotLessThanNone() {
    planned(1, "gmail.com");
    jdbc.sql("update mail_group set most = 60 where name = 'gmail'").update();
    aMomentAgo("-5 seconds");
    assertThat(claimed("a")).isZero();
  }

  @Test
  void aReceiverThatAsksForFewerGetsHalfAndRecoversByATenthAMinute() {
    planned(3, "gmail.com");
    jdbc.sql("update mail_group set most = 40 where name = 'gmail'").update();
    var letters = outbox.claim("a", 9, OutboxTest.LEASE);
    outbox.slower(letters.get(0).id(), "a", 451, "4.7.28 rate", LATER);
    outbox.slower(letters.get(1).id(), "a", 451, "4.7.28 rate", LATER);

    assertThat(rate("gmail")).as("together they count once").isEqualTo(20);
    minutesPass(1);
    assertThat(rate("gmail")).isEqualTo(22);
    minutesPass(6);
    assertThat(rate("gmail")).isEqualTo(39);
    minutesPass(1);
    assertThat(rate("gmail")).isEqualTo(40);
    assertThat(states()).containsExactly("PLANNED", "PLANNED", "CLAIMED");
  }

  @Test
  void noReceiverIsHalvedBelowOneLetterAMinute() {
    planned(2, "gmail.com");
    var letters = outbox.claim("a", 9, OutboxTest.LEASE);
    outbox.slower(letters.get(0).id(), "a", 451, "4.7.28 rate", LATER);
    assertThat(rate("gmail")).isEqualTo(1);
    minutesPass(1);
    outbox.slower(letters.get(1).id(), "a", 451, "4.7.28 rate", LATER);
    assertThat(rate("gmail")).isEqualTo(1);
    minutesPass(8);
    assertThat(rate("gmail")).as("no limit again").isNull();
  }

  @Test
  void oneServerOfManyThatGreylistsSlowsNobodyAndOneThatNamesItsRateLeavesThirtyAMinute() {
    planned(3, "shop.example");
    var letters = outbox.claim("a", 9, OutboxTest.LEASE);
    outbox.slower(letters.get(0).id(), "a", 450, "4.7.1 greylisted", LATER);
    assertThat(rate("other")).isNull();
    outbox.slower(letters.get(1).id(), "a", 451, "4.7.1 too many messages", LATER);
    assertThat(rate("other")).isEqualTo(30);
    minutesPass(1);
    outbox.slower(letters.get(2).id(), "a", 451, "4.7.1 rate limited", LATER);
    assertThat(rate("other")).isBetween(30, 33);
    assertThat(states()).containsOnly("PLANNED");
  }

  @Test
  void theThirdClosedConnectionInAMinuteGivesTheReceiverFiveMinutesOfRest() {
    planned(4, "yahoo.com");
    var letters = outbox.claim("a", 3, OutboxTest.LEASE);
    close(letters.get(0));
    jdbc.sql("update mail_group set closing_since = closing_since - interval '61 seconds'")
        .update();
    close(letters.get(1));
    close(letters.get(2));
    assertThat(held()).as("two in the minute").isFalse();
    close(letters.get(0));
    assertThat(held()).isTrue();
    assertThat(claimed("b")).isZero();
    jdbc.sql("update mail_group set held_until = held_until - interval '5 minutes'").update();
    assertThat(claimed("b")).isOne();
  }

  private boolean held() {
    return jdbc.sql(
            "select coalesce(max(held_until) > clock_timestamp() + interval '290 seconds', false) from mail_group")
        .query(Boolean.class)
        .single();
  }

  @Test
  void aMailboxThatIsFullForTheThirdTimeInThirtyDaysIsDead() {
    planned(1, "shop.example");
    full();
    full();
    full();
    assertThat(suppressions.stopped("c0@shop.example")).as("one letter").isFalse();
    ofAnotherLetter();
    jdbc.sql("update full_mailbox set refused_at = refused_at - interval '30 days'").update();
    full();
    ofAnotherLetter();
    full();
    assertThat(suppressions.stopped("c0@shop.example")).as("two in 30 days").isFalse();
    ofAnotherLetter();
    full();

    assertThat(suppressions.stopped("c0@shop.example")).isTrue();
    assertThat(states()).containsExactly("FAILED");
  }

  /** One letter of a ladder is all that a customer gets in a quarter: its days count too. */
  @Test
  void aMailboxThatIsFullOnThreeDaysIsDeadForOneLetterToo() {
    planned(1, "shop.example");
    full();
    full();
    anotherDay();
    full();
    full();
    assertThat(suppressions.stopped("c0@shop.example")).as("two days").isFalse();
    anotherDay();
    full();
    assertThat(suppressions.stopped("c0@shop.example")).isTrue();
    assertThat(states()).containsExactly("FAILED");
  }

  private void anotherDay() {
    jdbc.sql("update full_mailbox set refused_at = refused_at - interval '1 day'").update();
  }

  /** What was refused so far was refused to letters before. */
  private void ofAnotherLetter() {
    jdbc.sql(
            "update full_mailbox set letter_id = (select min(letter_id) from full_mailbox) - 1 where letter_id > 0")
        .update();
  }

  private void full() {
    jdbc.sql("update letter set next_attempt_at = null").update();
    var letter = outbox.claim("a", 9, OutboxTest.LEASE).get(0);
    outbox.full(letter, "a", 552, "5.2.2 full", LATER);
  }

  @Test
  void moreThanFivePercentOfTheLastTwoHundredToDeadMailboxesStopTheRung() {
    planned(11, "shop.example");
    ended(189, "SENT", null);
    var letters = outbox.claim("a", 11, OutboxTest.LEASE);
    letters.subList(0, 10).forEach(letter -> outbox.failed(letter, "a", 550, "5.1.1 x", true));
    assertThat(paused()).isNull();
    outbox.failed(letters.get(10), "a", 550, "5.1.1 x", true);
    outbox.failed(letters.get(10), "a", 550, "5.1.1 x", true);

    assertThat(paused()).isEqualTo("bounces");
    assertThat(
            jdbc.sql("select count(*) from audit where action = 'pause'")
                .query(Long.class)
                .single())
        .isOne();
    long waits = ALetter.in(jdbc).to("other@shop.example").planned();
    assertThat(claimed("a")).isZero();
    assertThat(
            jdbc.sql("select hold_reason from letter where id = " + waits)
                .query(String.class)
                .single())
        .isEqualTo("RUNG_PAUSED");
  }

  @Test
  void tenRefusalsInARowStopTheRungAndOneArrivalInBetweenDoesNot() {
    planned(20, "shop.example");
    var letters = outbox.claim("a", 20, OutboxTest.LEASE);
    letters.subList(0, 9).forEach(this::refused);
    outbox.announce(letters.get(9), OutboxTest.RENDERED, "a", OutboxTest.MARGIN, OutboxTest.LEASE);
    outbox.sent(letters.get(9).id(), "a", 250, "ok");
    letters.subList(10, 19).forEach(this::refused);
    assertThat(paused()).isNull();
    refused(letters.get(19));

    assertThat(paused()).isEqualTo("refusals");
    assertThat(suppressions.stopped("c19@shop.example")).isFalse();
  }

  private void refused(DueLetter letter) {
    outbox.failed(letter, "a", 554, "5.7.1 spam", false);
  }

  private String paused() {
    return jdbc.sql("select paused_because from rung where number = 1")
        .query((row, n) -> row.getString(1))
        .list()
        .get(0);
  }

  /** Letters that ended before. */
  private void ended(int letters, String state, String refusal) {
    planned(1, "before.example");
    jdbc.sql(
            """
            insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, ended_at, resend_of, refusal)
            select lapse_id, customer_id, rung, :state, percent, template_id, due_on, clock_timestamp() - interval '1 hour', id, :refusal
              from letter, generate_series(1, :letters)
             where id = (select max(id) from letter)
            """)
        .param("state", state)
        .param("refusal", refusal)
        .param("letters", letters)
        .update();
    jdbc.sql(
            "update letter set state = 'CONTROL' where state = 'PLANNED' and id = (select max(resend_of) from letter)")
        .update();
  }

  private void close(DueLetter letter) {
    outbox.closed(letter.id(), "a", 421, "4.3.2 closing", LATER);
  }

  private void planned(int letters, String domain) {
    for (int i = 0; i < letters; i++) {
      ALetter.in(jdbc).to("c" + i + "@" + domain).planned();
    }
  }

  private int claimed(String node) {
    return outbox.claim(node, 9, OutboxTest.LEASE).size();
  }

  private void aMomentAgo(String interval) {
    jdbc.sql(
            "update mail_group set counted_until = clock_timestamp() - cast(:ago as interval) where name = 'gmail'")
        .param("ago", interval)
        .update();
  }

  private void minutesPass(int minutes) {
    jdbc.sql("update mail_group set rate_since = rate_since - make_interval(mins => :minutes)")
        .param("minutes", minutes)
        .update();
  }

  private Integer rate(String receiver) {
    return jdbc.sql(
            "select round(mail_group_rate(g, clock_timestamp()))::int as rate from mail_group g where name = :name")
        .param("name", receiver)
        .query((row, n) -> row.getObject("rate", Integer.class))
        .list()
        .get(0);
  }

  private long waiting(String receiver) {
    return jdbc.sql("select count(*) from letter where state = 'PLANNED' and mail_group = :name")
        .param("name", receiver)
        .query(Long.class)
        .single();
  }

  private List<String> states() {
    return jdbc.sql("select state from letter order by id").query(String.class).list();
  }
}
