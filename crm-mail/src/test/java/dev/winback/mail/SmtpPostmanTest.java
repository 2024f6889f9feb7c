package dev.winback.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.lapse.LapseId;
import dev.winback.letter.DueLetter;
import dev.winback.letter.LetterContent;
import dev.winback.letter.LetterId;
import dev.winback.letter.LetterTemplate;
import dev.winback.letter.RenderedLetter;
import dev.winback.mail.Outcome.Kind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * letters.md, "Crash windows" without crash and "Retries, breaker, throttle": one reply, one
 * outcome.
 */
class SmtpPostmanTest {

  Sink sink;
  SmtpPostman postman;
  final AtomicInteger announced = new AtomicInteger();

  @BeforeEach
  void open() throws IOException {
    sink = new Sink();
    postman = new SmtpPostman(settings(sink.port()), "letters@shop.example");
  }

  @AfterEach
  void close() {
    postman.close();
    sink.close();
  }

  @Test
  void theAnnouncementStandsBetweenTheTextAndTheDot() {
    var outcome =
        postman.deliver(
            envelope(1),
            () -> {
              assertThat(sink.accepted()).isEmpty();
              return announced.incrementAndGet() == 1;
            });

    assertThat(outcome.kind()).isEqualTo(Kind.SENT);
    assertThat(outcome.reply()).isEqualTo("250 2.0.0 queued");
    assertThat(sink.accepted()).containsExactly("<1.x@shop.example>");
  }

  @Test
  void anAnnouncementThatIsRefusedDeliversNothing() {
    assertThat(postman.deliver(envelope(1), () -> false).kind()).isEqualTo(Kind.HELD);
    assertThat(postman.deliver(envelope(2), this::announce).kind()).isEqualTo(Kind.SENT);
    assertThat(sink.accepted()).containsExactly("<2.x@shop.example>");
  }

  @Test
  void anAnnouncementThatThrowsDeliversNothingAndLeavesNoHalfConversation() {
    assertThatThrownBy(
            () ->
                postman.deliver(
                    envelope(1),
                    () -> {
                      throw new IllegalStateException("database gone");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(postman.deliver(envelope(2), this::announce).kind()).isEqualTo(Kind.SENT);
    assertThat(sink.accepted()).containsExactly("<2.x@shop.example>");
  }

  @Test
  void theConnectionIsKept() {
    for (int i = 0; i < 20; i++) {
      assertThat(postman.deliver(envelope(i), this::announce).kind()).isEqualTo(Kind.SENT);
    }
    assertThat(sink.connections()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "connect, 421 busy,                    RELAY_DOWN",
    "connect, 554 no,                      RELAY_DOWN",
    "EHLO,    hang up,                     RELAY_DOWN",
    "MAIL,    421 closing,                 CLOSING",
    "MAIL,    450 4.3.0 try again,         LATER",
    "MAIL,    550 5.7.1 who are you,       SENDER_REFUSED",
    "MAIL,    hang up,                     BROKEN",
    "RCPT,    421 closing,                 CLOSING",
    "RCPT,    450 4.2.1 greylisted,        LATER",
    "RCPT,    550 5.1.1 unknown,           DEAD_MAILBOX",
    "RCPT,    550 5.4.4 no such host,      DEAD_MAILBOX",
    "RCPT,    550 5.2.1 disabled,          DEAD_MAILBOX",
    "RCPT,    550 5.1.7 bad sender,        SENDER_REFUSED",
    "RCPT,    550 5.1.8 bad sender domain, SENDER_REFUSED",
    "RCPT,    550 5.1.10 null mx,          DEAD_MAILBOX",
    "RCPT,    550 5.1.5 no status of ours, FAILED",
    "RCPT,    550 5.7.1 refused,           FAILED",
    "RCPT,    552 5.2.2 full,              FULL",
    "RCPT,    452 4.2.2 full,              FULL",
    "RCPT,    450 4.7.1 slow down,         SLOWER",
    "RCPT,    451 rate exceeded,           SLOWER",
    "RCPT,    hang up,                     BROKEN",
    "DATA,    451 4.3.0 later,             LATER",
    "DATA,    554 5.6.0 no,                FAILED",
    "DATA,    hang up,                     BROKEN",
    "dot,     451 4.3.0 later,             LATER",
    "dot,     554 5.7.1 spam,              FAILED",
    "dot,     550 5.1.1 unknown after all, DEAD_MAILBOX",
    "dot,     550 5.1.8 bad sender domain, SENDER_REFUSED",
    "dot,     421 4.3.2 going down,        CLOSING",
    "dot,     hang up,                     IN_DOUBT",
    "dot,     nonsense,                    IN_DOUBT",
  })
  void eachReplyHasItsOutcome(String step, String reply, Kind kind) {
    sink.answers(step, reply);

    var outcome = postman.deliver(envelope(1), this::announce);

    assertThat(outcome.kind()).as(outcome.toString()).isEqualTo(kind);
    assertThat(announced.get()).isEqualTo(step.equals("dot") ? 1 : 0);
    assertThat(postman.deliver(envelope(2), this::announce).kind())
        .as("the next letter is not touched by it")
        .isEqualTo(Kind.SENT);
  }

  @ParameterizedTest
  @CsvSource({
    "235 welcome,                    SENT,           250 2.0.0 queued",
    "535 5.7.8 wrong password,       SENDER_REFUSED, 535 5.7.8 wrong password",
    "534 5.7.9 mechanism too weak,   SENDER_REFUSED, 534 5.7.9 mechanism too weak",
    "454 4.7.0 try again,            RELAY_DOWN,     454 4.7.0 try again",
    "432 4.7.12 password is renewed, RELAY_DOWN,     432 4.7.12 password is renewed",
    "421 4.3.0 closing,              RELAY_DOWN,     421 4.3.0 closing",
    "hang up,                        RELAY_DOWN,     [EOF]",
  })
  void aLoginThatIsRefusedForGoodNeedsAPersonAndOneForNowDoesNot(
      String reply, Kind kind, String told) {
    knowsLogins(sink).alwaysAnswers("AUTH", reply);
    try (var known = new SmtpPostman(withPassword(sink.port()), "letters@shop.example")) {
      var outcome = known.deliver(envelope(1), this::announce);
      assertThat(outcome.kind()).as(outcome.toString()).isEqualTo(kind);
      assertThat(outcome.reply()).isEqualTo(told);
    }
    assertThat(sink.times("AUTH")).isOne();
  }

  static Sink knowsLogins(Sink sink) {
    return sink.alwaysAnswers("EHLO", "250-sink\r\n250 AUTH PLAIN");
  }

  static SmtpSettings withPassword(int port) {
    return settings(port, "letters", "secret", Map.of());
  }

  /** Nagle's algorithm makes 22 letters a second of 1,454 (letters.md). */
  @Test
  void noSocketWaitsForMoreToSend() throws IOException {
    for (var factory :
        List.of(SocketFactory.getDefault(), javax.net.ssl.SSLSocketFactory.getDefault())) {
      var sockets = new KeptSockets(factory);
      try (var unconnected = sockets.createSocket();
          var connected = sockets.createSocket("localhost", sink.port())) {
        assertThat(unconnected.getTcpNoDelay()).as(factory.toString()).isTrue();
        assertThat(connected.getTcpNoDelay()).as(factory.toString()).isTrue();
      }
    }
  }

  /** Both would build the message anew, with another Message-ID. */
  @Test
  void whatAnAdministratorSetsCannotChangeTheMessage() {
    sink.alwaysAnswers("EHLO", "250-sink\r\n250-8BITMIME\r\n250-CHUNKING\r\n250 SIZE 10000000");
    var set = Map.of("mail.smtp.allow8bitmime", "true", "mail.smtp.chunksize", "100");
    try (var told =
        new SmtpPostman(settings(sink.port(), null, null, set), "letters@shop.example")) {
      assertThat(told.deliver(envelope(1), this::announce).kind()).isEqualTo(Kind.SENT);
    }
    assertThat(sink.accepted()).containsExactly("<1.x@shop.example>");
    assertThat(sink.times("BDAT")).isZero();
    assertThat(sink.sender()).doesNotContain("8BITMIME");
  }

  @Test
  void aConnectionIsRenewedAfterFiveHundredLetters() {
    for (int i = 0; i < 501; i++) {
      assertThat(postman.deliver(envelope(i), this::announce).kind()).isEqualTo(Kind.SENT);
    }
    assertThat(sink.connections()).isEqualTo(2);
    assertThat(sink.times("QUIT")).isOne();
    assertThat(sink.accepted()).hasSize(501).doesNotHaveDuplicates();
  }

  @Test
  void aServerThatRefusesAndHangsUpAtOnceHasStillRefused() {
    sink.onDot(id -> id.startsWith("<1.") ? "554 5.7.1 no\r\n421 bye" : null);
    // the 554 is read first; the closed connection behind it must not turn it into a doubt
    var outcome = postman.deliver(envelope(1), this::announce);

    assertThat(outcome.kind()).isEqualTo(Kind.FAILED);
  }

  @Test
  void noAnswerToTheDotInTimeIsADoubt() {
    sink.slowBy(Duration.ofSeconds(3).toNanos());

    var outcome = postman.deliver(envelope(1), this::announce);

    assertThat(outcome.kind()).isEqualTo(Kind.IN_DOUBT);
  }

  @Test
  void anIdleConnectionThatTheServerClosedIsOpenedAgainWithoutAnAttempt() {
    postman.deliver(envelope(1), this::announce);
    sink.hangsUpAt("MAIL");

    assertThat(postman.deliver(envelope(2), this::announce).kind()).isEqualTo(Kind.SENT);
    assertThat(sink.connections()).isEqualTo(2);
    assertThat(sink.accepted()).containsExactly("<1.x@shop.example>", "<2.x@shop.example>");
  }

  @Test
  void nobodyListeningIsTheRelaysFault() throws IOException {
    try (var deaf = new DeafPort();
        var lost = new SmtpPostman(settings(deaf.number()), "letters@shop.example")) {
      assertThat(lost.deliver(envelope(1), this::announce).kind()).isEqualTo(Kind.RELAY_DOWN);
    }
  }

  @Test
  void aConnectionThatBreaksInTheTextIsNeverAnnounced() {
    sink.hangsUpAt("text");
    var large = new Envelope(letter(1, "Anna"), "s", "s", "x".repeat(30_000_000).getBytes());

    assertThat(postman.deliver(large, this::announce).kind()).isEqualTo(Kind.BROKEN);
    assertThat(announced.get()).isZero();
    assertThat(sink.accepted()).isEmpty();
  }

  @Test
  void refusalsForNowComeBackLaterEachTimeAndLimitsNotBeforeAQuarterOfAnHour() {
    assertThat(delay("451 4.3.0 x", 0)).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6));
    assertThat(delay("451 4.3.0 x", 1)).isBetween(Duration.ofMinutes(12), Duration.ofMinutes(18));
    assertThat(delay("451 4.3.0 x", 9)).isBetween(Duration.ofMinutes(288), Duration.ofMinutes(432));
    assertThat(delay("451 4.7.28 x", 0)).isGreaterThanOrEqualTo(Duration.ofMinutes(15));
    assertThat(delay("451 4.7.28 try again in 3600 seconds", 0)).isEqualTo(Duration.ofHours(1));
    assertThat(delay("450 4.7.1 rate: retry after 20 minutes", 0))
        .isEqualTo(Duration.ofMinutes(20));
    assertThat(delay("450 4.7.1 please wait 99999 hours", 0)).isEqualTo(Duration.ofHours(24));
  }

  private static Duration delay(String reply, int attempts) {
    return Replies.read(Replies.Phase.RECIPIENT, 451, reply, attempts).delay();
  }

  private boolean announce() {
    announced.incrementAndGet();
    return true;
  }

  static SmtpSettings settings(int port) {
    return settings(port, null, null, Map.of());
  }

  private static SmtpSettings settings(
      int port, String user, String password, Map<String, String> properties) {
    return new SmtpSettings(
        "localhost",
        port,
        user,
        password,
        properties,
        Duration.ofSeconds(2),
        Duration.ofSeconds(2),
        Duration.ofSeconds(1));
  }

  static Envelope envelope(int number) {
    var letter = letter(number, "Anna Berg");
    var rendered = new RenderedLetter("We miss you", "<p>Hi</p>", "Hi\n.\nThere");
    var bytes =
        LetterMessage.build(
            letter, rendered, "letters@shop.example", Instant.parse("2026-06-01T10:00:00Z"));
    return new Envelope(letter, "Rita Rep, Shop", "We miss you", bytes);
  }

  /** About 10 kB, as the shipped template makes it. */
  static byte[] realLetter() {
    var words = "your last order with us was on **1 March 2026**. ".repeat(20);
    var template =
        new LetterTemplate(
            "We miss you", "", "Dear Anna,", "Hi,", words, "Use it", "", "Rita", Map.of());
    var firm = new LetterContent.Firm("Shop", "Street 1", "", "hello@shop.example", "");
    var content =
        new LetterContent(1, template, "Dear Anna,", Map.of(), firm, "http://localhost:8080/u/T");
    return LetterMessage.build(
        letter(1, "Anna Berg"),
        new LetterRenderer().render(content),
        "letters@shop.example",
        Instant.parse("2026-06-01T10:00:00Z"));
  }

  static DueLetter letter(int number, String name) {
    var template = new LetterTemplate("s", "", "g", "g", "b", "", "", "", Map.of());
    var firm = new LetterContent.Firm("Shop", "Street 1", "", "hello@shop.example", "");
    return new DueLetter(
        new LetterId(number),
        new LapseId(1),
        1,
        0,
        "<" + number + ".x@shop.example>",
        "anna@example.org",
        name,
        "Rita Rep",
        "rita@shop.example",
        "bounces+token@shop.example",
        null,
        new LetterContent(1, template, "g", Map.of(), firm, "http://localhost:8080/u/TOKEN"),
        dev.winback.letter.Tracked.NOTHING);
  }
}
