package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.Suppressions;
import dev.winback.testing.ALetter;
import dev.winback.testing.CoreTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The protocol of letters.md, step by step, and its table of crash windows (I2, I7). */
@CoreTest
class OutboxTest {

  static final Duration LEASE = Duration.ofMinutes(10);
  static final Duration MARGIN = Duration.ofSeconds(5);
  static final RenderedLetter RENDERED = new RenderedLetter("We miss you", "<p>Hi</p>", "Hi");

  @Autowired Outbox outbox;
  @Autowired Suppressions suppressions;
  @Autowired JdbcClient jdbc;

  @Test
  void aLetterIsClaimedWithAllItNeedsThenAnnouncedThenSent() {
    long id = ALetter.in(jdbc).planned();

    var letter = claim("a").get(0);

    assertThat(letter.address()).isEqualTo("anna@example.org");
    assertThat(letter.content().variables())
        .containsEntry("first_name", "Anna")
        .containsEntry("percent", "10")
        .containsEntry("valid_until", "1 July 2026");
    assertThat(letter.messageId()).matches("<" + id + "\\.[0-9a-f]{32}@localhost>");
    assertThat(letter.content().unsubscribeUrl()).startsWith("http://localhost:8080/u/");
    assertThat(announce(letter, "a")).isTrue();
    outbox.sent(letter.id(), "a", 250, "2.0.0 queued");
    assertThat(state(id)).isEqualTo("SENT");
    assertThat(one("select subject || html || text from letter"))
        .isEqualTo("We miss you<p>Hi</p>Hi");
    assertThat(claim("b")).isEmpty();
  }

  @Test
  void twoNodesNeverClaimTheSameLetter() {
    for (int i = 0; i < 10; i++) {
      ALetter.in(jdbc).to("c" + i + "@example.org").planned();
    }

    var first = outbox.claim("a", 6, LEASE);
    var second = outbox.claim("b", 6, LEASE);

    assertThat(first).hasSize(6);
    assertThat(second).hasSize(4);
    assertThat(first).extracting(DueLetter::id).doesNotContainAnyElementsOf(ids(second));
  }

  @Test
  void aNodeThatDiesAfterTheClaimGivesTheLetterBack() {
    long id = ALetter.in(jdbc).planned();
    var letter = claim("a").get(0);
    leaseOver();

    outbox.recover();
    outbox.recover();

    assertThat(state(id)).isEqualTo("PLANNED");
    assertThat(announce(letter, "a")).as("the old owner wakes up").isFalse();
    var again = claim("b").get(0);
    assertThat(again.messageId()).isEqualTo(letter.messageId());
    assertThat(announce(again, "b")).isTrue();
  }

  @Test
  void aNodeThatDiesAfterTheAnnouncementLeavesTheLetterInDoubtForEver() {
    long id = ALetter.in(jdbc).planned();
    var letter = claim("a").get(0);
    announce(letter, "a");
    leaseOver();

    outbox.recover();
    outbox.recover();

    assertThat(state(id)).isEqualTo("IN_DOUBT");
    assertThat(claim("b")).isEmpty();
  }

  /** An earlier "later" is no answer to this one; a letter given back keeps it. */
  @Test
  void aLetterOfALostNodeHasNoAnswer() {
    long announced = ALetter.in(jdbc).planned();
    announce(claim("a").get(0), "a");
    long claimed = ALetter.in(jdbc).to("other@example.org").planned();
    claim("a");
    jdbc.sql("update letter set smtp_code = 451, smtp_reply = '451 later'").update();
    leaseOver();

    outbox.recover();

    var replies =
        jdbc.sql("select smtp_code || smtp_reply from letter where id in (:ids) order by id")
            .param("ids", List.of(announced, claimed))
            .query(String.class)
            .list();
    assertThat(replies).containsExactly(null, "451451 later");
  }

  @Test
  void aLateAnswerOfAPausedOwnerSettlesTheDoubt() {
    long id = ALetter.in(jdbc).planned();
    var letter = claim("a").get(0);
    announce(letter, "a");
    leaseOver();
    outbox.recover();

    outbox.sent(letter.id(), "b", 250, "not mine");
    assertThat(state(id)).isEqualTo("IN_DOUBT");
    outbox.sent(letter.id(), "a", 250, "late");
    assertThat(state(id)).isEqualTo("SENT");
  }

  @Test
  void nobodyAnnouncesTwiceOrWithALeaseThatIsAlmostOver() {
    ALetter.in(jdbc).planned();
    var letter = claim("a").get(0);
    assertThat(announce(letter, "b")).isFalse();
    jdbc.sql("update letter set lease_until = clock_timestamp() + interval '4 seconds'").update();
    assertThat(announce(letter, "a")).isFalse();
    jdbc.sql("update letter set lease_until = clock_timestamp() + interval '60 seconds'").update();
    assertThat(announce(letter, "a")).isTrue();
    assertThat(announce(letter, "a")).isFalse();
  }

  @Test
  void aConnectionThatBreaksBeforeTheDotPutsTheLetterBackAtOnce() {
    long id = ALetter.in(jdbc).planned();
    var letter = claim("a").get(0);

    outbox.putBack(List.of(letter.id()), "b");
    assertThat(state(id)).isEqualTo("CLAIMED");
    outbox.putBack(List.of(letter.id()), "a");

    assertThat(state(id)).isEqualTo("PLANNED");
    assertThat(one("select attempts::text from letter")).isEqualTo("0");
  }

  @Test
  void aRefusalForNowComesBackAfterItsDelay() {
    long id = ALetter.in(jdbc).planned();
    var letter = claim("a").get(0);
    announce(letter, "a");

    outbox.later(letter.id(), "a", 451, "4.3.0 busy", Duration.ofMinutes(5));

    assertThat(state(id)).isEqualTo("PLANNED");
    assertThat(claim("a")).isEmpty();
    jdbc.sql("update letter set next_attempt_at = clock_timestamp()").update();
    assertThat(claim("a").get(0).attempts()).isEqualTo(1);
  }

  @Test
  void whatTheServerSaysOfAReaderWhoWasErasedMeanwhileIsNotKept() {
    ALetter.in(jdbc).planned();
    var letter = claim("a").get(0);
    announce(letter, "a");
    jdbc.sql("update letter set address = null").update();
    outbox.inDoubt(letter.id(), "a", "anna@example.org: no answer");
    assertNoReply("IN_DOUBT");
    outbox.sent(letter.id(), "a", 250, "anna@example.org ok");
    assertNoReply("SENT");
    jdbc.sql("update letter set state = 'ANNOUNCED'").update();
    outbox.later(letter.id(), "a", 451, "anna@example.org busy", Duration.ZERO);
    assertNoReply("PLANNED");
    jdbc.sql("update letter set state = 'ANNOUNCED', node = 'a'").update();
    outbox.failed(letter, "a", 554, "anna@example.org spam", false);
    assertNoReply("FAILED");
  }

  private void assertNoReply(String state) {
    assertThat(one("select state || coalesce(smtp_reply, '') from letter")).isEqualTo(state);
  }

  @Test
  void aDeadMailboxFailsAndIsStopped() {
    long id = ALetter.in(jdbc).planned();
    var letter = claim("a").get(0);

    outbox.failed(letter, "a", 550, "5.1.1 unknown", true);

    assertThat(state(id)).isEqualTo("FAILED");
    assertThat(suppressions.stopped("anna@example.org")).isTrue();
    assertThat(one("select (void_at is not null)::text from coupon")).isEqualTo("true");
  }

  @Test
  void anOptOutBetweenClaimAndAnnouncementStopsTheLetter() {
    long id = ALetter.in(jdbc).planned();
    long waiting = ALetter.in(jdbc).to("Anna@example.org").ofRung(2).planned();
    var letter = outbox.claim("a", 1, LEASE).get(0);

    suppressions.stop("anna@example.org", Suppressions.Reason.UNSUBSCRIBED, id);

    assertThat(announce(letter, "a")).isFalse();
    assertThat(held(id)).isEqualTo("HELD STOP_LIST");
    assertThat(held(waiting)).isEqualTo("SUPPRESSED STOP_LIST");
    assertThat(claim("b")).isEmpty();
  }

  @Test
  void aPurchaseBetweenClaimAndAnnouncementStopsTheLetter() {
    long id = ALetter.in(jdbc).planned();
    var letter = claim("a").get(0);
    jdbc.sql(
            """
            insert into purchase (customer_id, source, external_id, purchased_at, amount, currency, status)
            select customer_id, 't', '1', '2026-06-01 08:00+02', 10, 'EUR', 'paid' from letter
            """)
        .update();

    assertThat(announce(letter, "a")).isFalse();
    assertThat(held(id)).isEqualTo("HELD PURCHASED_SINCE");
  }

  @Test
  void theRedButtonStopsWhatIsClaimedAndGivesItBackWhenReleased() {
    long id = ALetter.in(jdbc).planned();
    var letter = claim("a").get(0);
    jdbc.sql("update firm set sending_stopped = true").update();

    assertThat(announce(letter, "a")).isFalse();
    outbox.recover();
    assertThat(held(id)).isEqualTo("HELD SENDING_STOPPED");
    jdbc.sql("update firm set sending_stopped = false").update();
    outbox.recover();
    assertThat(state(id)).isEqualTo("PLANNED");
  }

  @Test
  void anUndoneOptOutPutsTheLetterInLineAgain() {
    long id = ALetter.in(jdbc).planned();
    suppressions.stop("anna@example.org", Suppressions.Reason.UNSUBSCRIBED, null);
    assertThat(held(id)).isEqualTo("SUPPRESSED STOP_LIST");

    suppressions.restore(
        "anna@example.org", Suppressions.Reason.UNSUBSCRIBED, Duration.ofMinutes(10));

    assertThat(claim("a")).hasSize(1);
    assertThat(one("select (void_at is null)::text from coupon")).isEqualTo("true");
  }

  @Test
  void anAddressThatChangesAfterTheClaimIsNotWrittenTo() {
    long id = ALetter.in(jdbc).planned();
    var letter = claim("a").get(0);
    jdbc.sql("update customer set email = 'new@example.org'").update();

    assertThat(announce(letter, "a")).isFalse();
    outbox.putBack(List.of(letter.id()), "a");

    assertThat(claim("a").get(0).address()).isEqualTo("new@example.org");
    assertThat(state(id)).isEqualTo("CLAIMED");
  }

  @Test
  void fiveFailuresPauseAllSendingThenOneLetterTries() {
    ALetter.in(jdbc).planned();
    ALetter.in(jdbc).to("b@example.org").planned();
    for (int i = 0; i < 4; i++) {
      outbox.relayFailed("connection refused", false);
    }
    assertThat(outbox.relayState().paused()).isFalse();
    outbox.relayFailed("connection refused", false);

    assertThat(outbox.relayState().paused()).isTrue();
    assertThat(claim("a")).isEmpty();
    jdbc.sql("update relay set paused_until = clock_timestamp()").update();
    var trial = claim("a");
    assertThat(trial).hasSize(1);
    assertThat(claim("b")).isEmpty();
    announce(trial.get(0), "a");
    outbox.sent(trial.get(0).id(), "a", 250, "ok");
    assertThat(outbox.relayState().paused()).isFalse();
    assertThat(claim("b")).hasSize(1);
  }

  @Test
  void thePauseDoublesUpToAQuarterOfAnHour() {
    ALetter.in(jdbc).planned();
    for (int seconds : List.of(0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900)) {
      jdbc.sql("update relay set paused_until = least(paused_until, clock_timestamp())").update();
      var tries = claim("a");
      outbox.putBack(ids(tries), "a");
      outbox.relayFailed("connection refused", false);
      assertThat(pause()).isEqualTo(seconds);
    }
  }

  @Test
  void aRefusedSenderPausesAtOnceAndCallsForAPerson() {
    outbox.relayFailed("535 5.7.8 wrong password", true);

    assertThat(outbox.relayState().paused()).isTrue();
    assertThat(outbox.relayState().needsPerson()).isTrue();
    assertThat(pause()).isEqualTo(30);
  }

  @Test
  void whatOthersHadUnderWayWhenThePauseBeganMakesItNoLonger() {
    for (int i = 0; i < 9; i++) {
      outbox.relayFailed("connection refused", false);
    }
    assertThat(pause()).isEqualTo(30);
    outbox.relayFailed("535 5.7.8 wrong password", true);
    assertThat(outbox.relayState().needsPerson()).isTrue();
    assertThat(pause()).isEqualTo(30);
  }

  private int pause() {
    return jdbc.sql(
            "select coalesce(round(extract(epoch from paused_until - clock_timestamp())), 0)::int from relay")
        .query(Integer.class)
        .single();
  }

  private List<DueLetter> claim(String node) {
    return outbox.claim(node, 50, LEASE);
  }

  private boolean announce(DueLetter letter, String node) {
    return outbox.announce(letter, RENDERED, node, MARGIN, LEASE);
  }

  private void leaseOver() {
    jdbc.sql("update letter set lease_until = clock_timestamp() - interval '1 second'").update();
  }

  private String state(long id) {
    return one("select state from letter where id = " + id);
  }

  private String held(long id) {
    return one("select state || ' ' || coalesce(hold_reason, '-') from letter where id = " + id);
  }

  private String one(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }

  private static List<LetterId> ids(List<DueLetter> letters) {
    return letters.stream().map(DueLetter::id).toList();
  }
}
