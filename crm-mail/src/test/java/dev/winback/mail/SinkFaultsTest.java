package dev.winback.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.letter.Journal;
import dev.winback.letter.Outbox;
import dev.winback.testing.ALetter;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * T1, T2 and letters.md, "Tests" 3: whatever a relay does at whatever command, nothing leaves twice
 * and nothing is lost; what cannot be known is in doubt.
 */
@CoreTest
class SinkFaultsTest {

  private static final int LETTERS = 6;

  @Autowired Outbox outbox;
  @Autowired Journal journal;
  @Autowired LetterRenderer renderer;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  Sink sink;

  @BeforeEach
  void sixLettersAreInLine() throws IOException {
    sink = new Sink();
    for (int i = 0; i < LETTERS; i++) {
      ALetter.in(jdbc).to("c" + i + "@example.org").planned();
    }
  }

  @AfterEach
  void close() {
    sink.close();
  }

  /** The second letter meets the fault; the numbers are those of letters after it is over. */
  @ParameterizedTest
  @CsvSource({
    "connect, hang up,           6, 0, 0",
    "connect, say nothing,       6, 0, 0",
    "connect, 421 busy,          6, 0, 0",
    "connect, 554 no,            6, 0, 0",
    "EHLO,    hang up,           6, 0, 0",
    "EHLO,    say nothing,       6, 0, 0",
    "EHLO,    421 busy,          6, 0, 0",
    "MAIL,    hang up,           6, 0, 0",
    "MAIL,    say nothing,       6, 0, 0",
    "MAIL,    421 closing,       6, 0, 0",
    "MAIL,    451 4.3.0 later,   6, 0, 0",
    "MAIL,    550 5.7.1 not you, 6, 0, 0",
    "RCPT,    hang up,           6, 0, 0",
    "RCPT,    say nothing,       6, 0, 0",
    "RCPT,    421 closing,       6, 0, 0",
    "RCPT,    450 4.2.0 later,   6, 0, 0",
    "RCPT,    451 4.7.1 slower,  6, 0, 0",
    "RCPT,    550 5.7.1 no,      5, 1, 0",
    "RCPT,    550 5.1.1 unknown, 5, 1, 0",
    "DATA,    hang up,           6, 0, 0",
    "DATA,    say nothing,       6, 0, 0",
    "DATA,    421 closing,       6, 0, 0",
    "DATA,    452 4.3.1 later,   6, 0, 0",
    "DATA,    554 5.6.0 no,      5, 1, 0",
    "dot,     hang up,           5, 0, 1",
    "dot,     say nothing,       5, 0, 1",
    "dot,     nonsense,          5, 0, 1",
    "dot,     421 4.3.2 closing, 6, 0, 0",
    "dot,     451 4.3.0 later,   6, 0, 0",
    "dot,     554 5.7.1 spam,    5, 1, 0",
  })
  void aFaultCostsNoLetterAndDoublesNone(
      String step, String answer, int sent, int failed, int doubts) {
    jdbc.sql("update letter set next_attempt_at = 'infinity' where id > 1").update();
    round();
    jdbc.sql("update letter set next_attempt_at = null where id > 1").update();
    sink.answers(step, answer);
    untilNothingIsDue();

    assertThat(count("SENT")).isEqualTo(sent);
    assertThat(count("FAILED")).isEqualTo(failed);
    assertThat(count("IN_DOUBT")).isEqualTo(doubts);
    assertThat(sent + failed + doubts).isEqualTo(LETTERS);
    assertThat(sink.accepted()).doesNotHaveDuplicates().containsAll(sentOnes());
    assertThat(sink.accepted().size()).isBetween(sent, sent + doubts);
  }

  /**
   * A letter is small: whether we see the end in the text or after the dot is up to the network.
   */
  @Test
  void aConnectionThatBreaksInTheTextLosesNothingEither() {
    sink.hangsUpAt("text");
    untilNothingIsDue();

    assertThat(count("SENT") + count("IN_DOUBT")).isEqualTo(LETTERS);
    assertThat(count("SENT")).isGreaterThanOrEqualTo(LETTERS - 1);
    assertThat(sink.accepted())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(sentOnes());
  }

  /** A server that takes its time, but answers before ours is over. */
  @Test
  void aSlowServerIsWaitedFor() {
    sink.slowBy(Duration.ofMillis(200).toNanos());
    round();
    assertThat(count("SENT")).isEqualTo(LETTERS);
    assertThat(sink.accepted()).hasSize(LETTERS).doesNotHaveDuplicates();
  }

  /**
   * Half a minute, then twice as long up to a quarter of an hour: 5 failures and eight or nine
   * looks.
   */
  @Test
  void aRelayThatIsAwayForAnHourIsAskedSeldomAndGetsEachLetterOnceWhenItIsBack() {
    sink.alwaysAnswers("connect", "421 busy");
    int minutes = 0;
    for (; minutes < 60; minutes++) {
      round();
      pass(Duration.ofMinutes(1));
    }
    assertThat(sink.connections()).isBetween(10, 15);
    assertThat(outbox.relayState().paused()).isTrue();
    assertThat(count("PLANNED")).isEqualTo(LETTERS);
    assertThat(jdbc.sql("select max(attempts) from letter").query(Integer.class).single()).isZero();

    sink.alwaysAnswers("connect", "220 back");
    pass(Duration.ofMinutes(15));
    round();
    assertThat(sink.accepted()).as("one letter tries").hasSize(1);
    round();
    assertThat(sink.accepted()).hasSize(LETTERS).doesNotHaveDuplicates();
    assertThat(count("SENT")).isEqualTo(LETTERS);
    assertThat(outbox.relayState().paused()).isFalse();
  }

  private void untilNothingIsDue() {
    for (int rounds = 0; rounds < 12; rounds++) {
      round();
      pass(Duration.ofHours(7));
    }
    assertThat(count("PLANNED")).isZero();
    assertThat(count("CLAIMED")).isZero();
    assertThat(count("ANNOUNCED")).isZero();
  }

  /** Everything that waits by the clock of the database has waited so long. */
  private void pass(Duration time) {
    var by = "interval '" + time.toSeconds() + " seconds'";
    jdbc.sql("update relay set paused_until = paused_until - " + by).update();
    jdbc.sql("update letter set next_attempt_at = next_attempt_at - " + by).update();
    jdbc.sql(
            "update mail_group set held_until = held_until - #, rate_since = rate_since - #, counted_until = counted_until - #"
                .replace("#", by))
        .update();
  }

  private void round() {
    try (var postman = new SmtpPostman(impatient(), "letters@shop.example")) {
      new LetterSender(
              outbox, journal, renderer, clock, "letters@shop.example", "node", Pace.STANDARD)
          .round(postman);
    }
  }

  private SmtpSettings impatient() {
    var patience = Duration.ofMillis(600);
    return new SmtpSettings(
        "localhost", sink.port(), null, null, Map.of(), patience, patience, patience);
  }

  private long count(String state) {
    return jdbc.sql("select count(*) from letter where state = :state")
        .param("state", state)
        .query(Long.class)
        .single();
  }

  private List<String> sentOnes() {
    return jdbc.sql("select message_id from letter where state = 'SENT'")
        .query(String.class)
        .list();
  }
}
