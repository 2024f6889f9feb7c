package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.winback.testing.ALetter;
import dev.winback.testing.CoreTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** letters.md, "group commit": what workers announce together obeys the rules of one letter. */
@CoreTest
class JournalTest {

  @Autowired Journal journal;
  @Autowired Outbox outbox;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;

  @Test
  void ofTwoLettersToOneMailboxThatAreAnnouncedTogetherOneLeaves() {
    for (int i = 0; i < 10; i++) {
      ALetter.in(jdbc).to("c" + i + "@example.org").planned();
      ALetter.in(jdbc).to("C" + i + "@example.org").planned();
    }
    var letters = claimed();
    assertThat(letters).hasSize(20);

    assertThat(together(letters)).isEqualTo(10);

    assertThat(count("state = 'ANNOUNCED'")).isEqualTo(10);
    assertThat(count("state = 'HELD' and hold_reason is not null")).isEqualTo(10);
  }

  private long together(List<DueLetter> letters) {
    var workers = Executors.newFixedThreadPool(6);
    try {
      var announced = new ArrayList<CompletableFuture<Boolean>>();
      for (var letter : letters) {
        announced.add(CompletableFuture.supplyAsync(() -> announce(letter), workers));
      }
      return announced.stream().filter(one -> one.orTimeout(30, TimeUnit.SECONDS).join()).count();
    } finally {
      workers.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select from mail_address where address_hash = address_hash('a@example.org') for update",
        "select from lapse where id = (select lapse_id from letter order by id limit 1) for update"
      })
  void whoeverHoldsAMailboxOrALossKeepsItsLetterAndNoOtherWaiting(String held) {
    ALetter.in(jdbc).to("a@example.org").planned();
    ALetter.in(jdbc).to("b@example.org").planned();
    var letters = claimed();
    var waits =
        transactions.execute(
            t -> {
              jdbc.sql(held).query((row, n) -> n).list();
              var one = CompletableFuture.supplyAsync(() -> announce(letters.get(0)));
              await().until(this::somebodyWaits);
              var other = CompletableFuture.supplyAsync(() -> announce(letters.get(1)));
              assertThat(other.orTimeout(10, TimeUnit.SECONDS).join()).isTrue();
              assertThat(one).isNotDone();
              return one;
            });
    assertThat(waits.orTimeout(10, TimeUnit.SECONDS).join()).isTrue();
  }

  private boolean somebodyWaits() {
    return jdbc.sql(
            "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')")
        .query(Boolean.class)
        .single();
  }

  @Test
  void aPageThatFailsAnnouncesNothingAndLosesNoAnswer() {
    ALetter.in(jdbc).to("a@example.org").planned();
    ALetter.in(jdbc).to("b@example.org").planned();
    var letters = claimed();
    assertThat(announce(letters.get(0))).isTrue();
    journal.sent(letters.get(0).id(), "a", 250, "ok");
    var unwritable = new RenderedLetter("no \u0000 in a text", "h", "t");

    assertThatThrownBy(
            () ->
                journal.announce(
                    letters.get(1), unwritable, "a", OutboxTest.MARGIN, OutboxTest.LEASE, at -> {}))
        .isInstanceOf(DataAccessException.class);

    assertThat(count("state in ('ANNOUNCED', 'SENT')")).isOne();
    assertThat(count("state = 'CLAIMED'")).isOne();
    journal.flush();
    assertThat(count("state = 'SENT'")).isOne();
  }

  @Test
  void anAnswerRidesWithTheNextAnnouncementOrIsFlushed() {
    ALetter.in(jdbc).to("a@example.org").planned();
    ALetter.in(jdbc).to("b@example.org").planned();
    var letters = claimed();
    announce(letters.get(0));
    journal.sent(letters.get(0).id(), "a", 250, "ok");
    announce(letters.get(1));
    assertThat(count("state = 'SENT'")).isOne();
    journal.sent(letters.get(1).id(), "b", 250, "of a stranger");
    journal.sent(letters.get(1).id(), "a", 250, "ok");
    journal.flush();
    journal.flush();
    assertThat(count("state = 'SENT'")).isEqualTo(2);
    assertThat(count("smtp_reply = 'ok'")).isEqualTo(2);
  }

  /** hold.md, T1: what is not written down when a node dies is in doubt. */
  @Test
  void anAnswerIsWrittenDownSoonThoughNobodyAnnounces() {
    ALetter.in(jdbc).to("a@example.org").planned();
    var letter = claimed().get(0);
    announce(letter);
    journal.sent(letter.id(), "a", 250, "ok");
    await().atMost(Duration.ofSeconds(5)).until(() -> count("state = 'SENT'") == 1);
  }

  @Test
  void whatTheGateStopsIsHeldWithItsReasonAndWhatIsNobodysIsLeftAlone() {
    ALetter.in(jdbc).to("a@example.org").planned();
    var letter = claimed().get(0);
    assertThat(announceAs("b", letter)).isFalse();
    assertThat(count("state = 'CLAIMED'")).isOne();
    jdbc.sql("update firm set sending_stopped = true").update();
    assertThat(announce(letter)).isFalse();
    assertThat(count("state = 'HELD' and hold_reason = 'SENDING_STOPPED'")).isOne();
  }

  private List<DueLetter> claimed() {
    return outbox.claim("a", 50, OutboxTest.LEASE);
  }

  private boolean announce(DueLetter letter) {
    return announceAs("a", letter);
  }

  private boolean announceAs(String node, DueLetter letter) {
    return journal.announce(
        letter, OutboxTest.RENDERED, node, OutboxTest.MARGIN, OutboxTest.LEASE, at -> {});
  }

  private long count(String what) {
    return jdbc.sql("select count(*) from letter where " + what).query(Long.class).single();
  }
}
