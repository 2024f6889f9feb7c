package dev.winback.mail;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofNanos;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.winback.customer.Suppressions;
import dev.winback.letter.Journal;
import dev.winback.letter.Mailbox;
import dev.winback.letter.Outbox;
import dev.winback.testing.ALetter;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole way of a letter, from planned to its state, over a polite relay, a rude one and the
 * mailbox.
 */
@CoreTest
class LetterSenderTest {

  @RegisterExtension static GreenMailExtension relay = new GreenMailExtension(ServerSetupTest.SMTP);

  @Autowired Outbox outbox;
  @Autowired Journal journal;
  @Autowired Mailbox mailbox;
  @Autowired Suppressions suppressions;
  @Autowired LetterRenderer renderer;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired DataSource dataSource;

  @Test
  void aLetterArrivesAsItWasMeant() throws Exception {
    jdbc.sql("update firm set name = 'Müller & Söhne', email = 'hello@shop.example'").update();
    var name = "Zoë \u202E=?UTF-8?Q?x?= 😀 Bergström";
    ALetter.in(jdbc).named(name).planned();

    round(ServerSetupTest.SMTP.getPort());

    assertThat(states()).isEqualTo("SENT");
    var message = relay.getReceivedMessages()[0];
    assertThat(message.getHeader("Message-ID")[0])
        .isEqualTo(jdbc.sql("select message_id from letter").query(String.class).single());
    var from = (InternetAddress) message.getFrom()[0];
    assertThat(from.getAddress()).isEqualTo("letters@shop.example");
    assertThat(from.getPersonal()).isEqualTo("Müller & Söhne");
    assertThat(((InternetAddress) message.getReplyTo()[0]).getAddress())
        .isEqualTo("hello@shop.example");
    assertThat(((InternetAddress) message.getAllRecipients()[0]).getPersonal())
        .isEqualTo("Zoë =\u2060?UTF-8?Q?x?= 😀 Bergström");
    assertThat(message.getSubject()).isEqualTo("We miss you");
    assertHeaders(message);
    var bodies = (MimeMultipart) message.getContent();
    assertThat(message.getContentType()).startsWith("multipart/alternative");
    assertThat(bodies.getBodyPart(0).isMimeType("text/plain")).isTrue();
    var html = bodies.getBodyPart(1).getContent().toString().replace("\r\n", "\n").strip();
    assertThat(html)
        .isEqualTo(
            jdbc.sql("select html from sent_words")
                .query(String.class)
                .single()
                .replace("\r\n", "\n")
                .strip());
  }

  @Test
  void theLetterThatLeavesLeadsByOurAddressesAndTheOneThatIsKeptDoesNot() throws Exception {
    jdbc.sql("update firm set website = 'https://shop.example/?from=letter&x=1'").update();
    jdbc.sql("update template set button_url = ''").update();
    ALetter.in(jdbc).planned();
    jdbc.sql(
            "insert into tracking_consent (customer_id, clicks, opens, said_at) select id, true, false, '2026-01-01' from customer")
        .update();

    round(ServerSetupTest.SMTP.getPort());

    var bodies = (MimeMultipart) relay.getReceivedMessages()[0].getContent();
    var html = bodies.getBodyPart(1).getContent().toString();
    assertThat(html)
        .contains("http://localhost:8080/c/")
        .doesNotContain("/o/", "href=\"https://shop.example");
    assertThat(bodies.getBodyPart(0).getContent().toString())
        .contains("https://shop.example/?from=letter&x=1");
    assertThat(jdbc.sql("select html from sent_words").query(String.class).single())
        .doesNotContain("/c/");
    assertThat(told()).as("what clicks are counted of").containsExactly("true false");
  }

  @Test
  void aLetterThatLeavesAgainAfterItsReadersNoTellsNothing() throws IOException {
    ALetter.in(jdbc).planned();
    jdbc.sql(
            "insert into tracking_consent (customer_id, clicks, opens, said_at) select id, true, false, '2026-01-01' from customer")
        .update();
    try (var sink = new Sink().answers("dot", "451 4.3.0 later")) {
      round(sink.port());
    }
    assertThat(told()).containsExactly("true false");
    jdbc.sql("update tracking_consent set clicks = false").update();
    jdbc.sql("update letter set next_attempt_at = null").update();

    round(ServerSetupTest.SMTP.getPort());

    assertThat(states()).isEqualTo("SENT");
    assertThat(told()).isEmpty();
  }

  private List<String> told() {
    return jdbc.sql("select clicks || ' ' || opens from letter_tells").query(String.class).list();
  }

  private static void assertHeaders(MimeMessage message) throws Exception {
    assertThat(header(message, "List-Unsubscribe"))
        .as("nobody reads what is written to the firm's own address")
        .matches("<http://localhost:8080/u/[\\w-]+>");
    assertThat(header(message, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    assertThat(header(message, "List-Id")).isEqualTo("<winback.shop.example>");
    assertThat(header(message, "Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(header(message, "Precedence")).isEqualTo("bulk");
    assertThat(header(message, "X-Auto-Response-Suppress")).isEqualTo("OOF, AutoReply");
    assertThat(header(message, "Feedback-ID")).isEqualTo("rung1:ladder:winback:shop.example");
    assertThat(header(message, "X-Winback-Letter")).isEqualTo("1");
  }

  private static String header(MimeMessage message, String name) throws Exception {
    assertThat(message.getHeader(name)).as(name).hasSize(1);
    return message.getHeader(name)[0];
  }

  @Test
  void theMailboxTakesTheSameSteps() {
    ALetter.in(jdbc).planned();

    sender().round(new MailboxPostman(mailbox));
    sender().round(new MailboxPostman(mailbox));

    assertThat(states()).isEqualTo("SENT");
    assertThat(
            jdbc.sql("select recipient || ' ' || subject from mailbox_letter")
                .query(String.class)
                .list())
        .containsExactly("anna@example.org We miss you");
    assertThat(relay.getReceivedMessages()).isEmpty();
  }

  @Test
  void eachAnswerOfARudeRelayLeadsToItsState() throws IOException {
    assertThat(stateAfter("dot", "hang up")).isEqualTo("IN_DOUBT");
    assertThat(stateAfter("dot", "451 4.3.0 later")).isEqualTo("PLANNED");
    assertThat(stateAfter("RCPT", "550 5.7.1 no")).isEqualTo("FAILED");
    assertThat(suppressions.stopped("anna@example.org")).isFalse();
    assertThat(stateAfter("RCPT", "550 5.1.1 unknown")).isEqualTo("FAILED");
    assertThat(suppressions.stopped("anna@example.org")).isTrue();
  }

  @Test
  void aRefusedSenderBurnsNoLetterAndStopsAllOfThem() throws IOException {
    assertThat(stateAfter("MAIL", "550 5.7.1 not you")).isEqualTo("PLANNED");
    assertThat(outbox.relayState().needsPerson()).isTrue();
  }

  /**
   * T2: announced, and refused with an answer: it was not delivered, so nobody has to decide it.
   */
  @Test
  void aSenderThatIsRefusedAfterTheDotBurnsNoLetterEither() throws IOException {
    assertThat(stateAfter("dot", "550 5.1.8 bad sender domain")).isEqualTo("PLANNED");
    assertThat(outbox.relayState().needsPerson()).isTrue();
  }

  /** letters.md: measured is from the commit of the announcement to the dot, not to the answer. */
  @Test
  void theTimeFromTheAnnouncementToTheDotIsMeasured() throws IOException {
    planned(3);
    var before = journal.gap();
    try (var sink = new Sink().answers("RCPT", "550 5.7.1 no").slowBy(200_000_000)) {
      round(sink.port());
    }
    var after = journal.gap();
    assertThat(after.letters() - before.letters()).isEqualTo(2);
    assertThat(after.all().minus(before.all())).isBetween(ofNanos(1), ofMillis(200));
    assertThat(after.longest()).isGreaterThanOrEqualTo(after.mean());
  }

  @Test
  void aLetterInDoubtIsNotSentByALaterRound() throws IOException {
    ALetter.in(jdbc).planned();
    try (var sink = new Sink().hangsUpAt("dot")) {
      round(sink.port());
      round(sink.port());
      assertThat(sink.accepted()).hasSize(1);
    }
    assertThat(states()).isEqualTo("IN_DOUBT");
  }

  @Test
  void aRungThatIsStoppedLosesNoLetterBeyondTheTenthRefusal() throws IOException {
    planned(20);
    try (var sink = new Sink().alwaysAnswers("RCPT", "550 5.7.1 no")) {
      round(sink.port());
      assertThat(sink.times("RCPT")).isEqualTo(10);
    }
    assertThat(count("state = 'FAILED'")).isEqualTo(10);
    assertThat(count("hold_reason = 'RUNG_PAUSED'")).isEqualTo(10);
  }

  @Test
  void aWrongPasswordIsTriedOnceAndNothingIsTriedAfterIt() throws IOException {
    planned(20);
    try (var sink = new Sink().alwaysAnswers("MAIL", "550 5.7.1 not you")) {
      round(sink.port());
      assertThat(sink.times("MAIL")).isOne();
    }
    assertThat(count("state = 'PLANNED'")).isEqualTo(20);
    assertThat(outbox.relayState().until()).isBefore(java.time.Instant.now().plusSeconds(31));
  }

  /** A wrong password must not burn letters: not one of twenty is tried with it a second time. */
  @Test
  void aLoginThatIsRefusedCallsAPersonAndIsTriedOnce() throws IOException {
    planned(20);
    try (var sink = SmtpPostmanTest.knowsLogins(new Sink()).alwaysAnswers("AUTH", "535 5.7.8 no")) {
      carriedWithPassword(sink);
      assertThat(sink.times("AUTH")).isOne();
    }
    assertThat(count("state = 'PLANNED'")).isEqualTo(20);
    assertThat(outbox.relayState().needsPerson()).isTrue();
    assertThat(outbox.relayState().paused()).isTrue();
  }

  @Test
  void aLoginThatIsBusyForNowIsARelayThatIsAway() throws IOException {
    planned(20);
    try (var sink = SmtpPostmanTest.knowsLogins(new Sink()).alwaysAnswers("AUTH", "454 4.7.0 no")) {
      carriedWithPassword(sink);
      assertThat(outbox.relayState().paused()).isFalse();
      for (int failures = 2; failures <= 5; failures++) {
        carriedWithPassword(sink);
      }
      assertThat(sink.times("AUTH")).isEqualTo(5);
    }
    assertThat(count("state = 'PLANNED'")).isEqualTo(20);
    assertThat(outbox.relayState().needsPerson()).isFalse();
    assertThat(outbox.relayState().paused()).isTrue();
  }

  private void carriedWithPassword(Sink sink) {
    var settings = SmtpPostmanTest.withPassword(sink.port());
    try (var postman = new SmtpPostman(settings, "letters@shop.example")) {
      sender().round(postman);
    }
  }

  /** A relay that takes texts and answers nothing costs five letters in doubt, not a night's. */
  @Test
  void aRelayThatAnswersNothingToTheDotIsAwayAfterFiveLetters() throws IOException {
    planned(20);
    try (var sink = new Sink().alwaysAnswers("dot", "hang up")) {
      round(sink.port());
      assertThat(sink.accepted()).hasSize(5);
    }
    assertThat(count("state = 'IN_DOUBT'")).isEqualTo(5);
    assertThat(count("state in ('PLANNED', 'HELD')")).isEqualTo(15);
    assertThat(outbox.relayState().paused()).isTrue();
  }

  @Test
  void aRelayThatHangsUpBeforeTheDotIsAwayAfterFiveLetters() throws IOException {
    planned(20);
    try (var sink = new Sink().alwaysAnswers("DATA", "hang up")) {
      round(sink.port());
      assertThat(sink.accepted()).isEmpty();
    }
    assertThat(count("state = 'PLANNED'")).isEqualTo(20);
    assertThat(outbox.relayState().paused()).isTrue();
    assertThat(count("attempts > 0")).isEqualTo(5);
  }

  @Test
  void aRelayThatIsAwayIsLookedForOnceARound() throws IOException {
    planned(20);
    try (var sink = new Sink().alwaysAnswers("connect", "421 busy")) {
      for (int failures = 1; failures <= 5; failures++) {
        assertThat(outbox.relayState().paused()).isFalse();
        round(sink.port());
        assertThat(sink.connections()).isEqualTo(failures);
      }
    }
    assertThat(outbox.relayState().paused()).isTrue();
    assertThat(count("state = 'PLANNED'")).isEqualTo(20);
  }

  @Test
  void whateverEndsARoundNoLetterWaitsForTheEndOfItsLease() {
    planned(3);
    var fails = new IllegalStateException("of the library");
    var postman =
        new Postman() {
          @Override
          public Outcome deliver(Envelope envelope, Announcement dot) {
            throw fails;
          }

          @Override
          public void close() {}
        };

    assertThatThrownBy(() -> sender().round(postman)).isSameAs(fails);

    assertThat(count("state = 'PLANNED'")).isEqualTo(3);
  }

  @Test
  void anAnswerIsWrittenDownThoughTheDatabaseIsAwayForAMoment() {
    var tries = new java.util.concurrent.atomic.AtomicInteger();
    Tries.of(
        () -> {
          if (tries.incrementAndGet() < 4) {
            throw new org.springframework.transaction.CannotCreateTransactionException("away");
          }
        });
    assertThat(tries).hasValue(4);
  }

  /** At the stop of the node its threads are interrupted, and others have the connections. */
  @Test
  void anAnswerIsWrittenDownThoughTheNodeStopsAndNoConnectionIsFree() throws Exception {
    planned(1);
    try (var pool = new TakenPool(dataSource)) {
      sender().round(pool.answering("ok"));
      assertThat(Thread.interrupted()).as("asked to stop all the same").isTrue();
    }
    assertThat(states()).isEqualTo("SENT");
  }

  private void planned(int letters) {
    for (int i = 0; i < letters; i++) {
      ALetter.in(jdbc).to("c" + i + "@example.org").planned();
    }
  }

  private long count(String what) {
    return jdbc.sql("select count(*) from letter where " + what).query(Long.class).single();
  }

  private String stateAfter(String step, String answer) throws IOException {
    jdbc.sql("delete from coupon").update();
    jdbc.sql("delete from letter").update();
    jdbc.sql("update relay set failures = 0, paused_until = null, needs_person = false").update();
    ALetter.in(jdbc).planned();
    try (var sink = new Sink().answers(step, answer)) {
      round(sink.port());
    }
    return states();
  }

  private void round(int port) {
    try (var postman = new SmtpPostman(SmtpPostmanTest.settings(port), "letters@shop.example")) {
      sender().round(postman);
    }
  }

  private LetterSender sender() {
    return new LetterSender(
        outbox, journal, renderer, clock, "letters@shop.example", "node", Pace.STANDARD);
  }

  private String states() {
    return jdbc.sql("select string_agg(state, ',') from letter").query(String.class).single();
  }
}
