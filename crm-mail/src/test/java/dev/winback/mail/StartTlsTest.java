package dev.winback.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.letter.Mailbox;
import dev.winback.letter.Outbox;
import dev.winback.mail.Outcome.Kind;
import dev.winback.shared.Settings;
import dev.winback.testing.CoreTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.mail.autoconfigure.MailProperties;

/** Letters and the password of the relay leave this machine enciphered, or not at all. */
@CoreTest
class StartTlsTest {

  private static final String FROM = "letters@shop.example";
  private static final String ENABLE = "mail.smtp.starttls.enable";
  private static final String REQUIRED = "mail.smtp.starttls.required";
  private static final Map<String, String> TLS = Map.of(ENABLE, "true", REQUIRED, "true");

  @Autowired Settings settings;
  @Autowired Outbox outbox;
  @Autowired Mailbox mailbox;

  @Test
  void toAnotherMachineItIsAskedForAndOnThisOneNot() {
    assertThat(properties(relay("192.0.2.1"))).containsAllEntriesOf(TLS);
    assertThat(properties(relay("127.0.0.1"))).isEmpty();
  }

  @Test
  void theAdministratorsOwnWordsAndTlsFromTheFirstByteWin() {
    var own = relay("192.0.2.1");
    own.getProperties().put(REQUIRED, "false");
    assertThat(properties(own)).containsEntry(ENABLE, "true").containsEntry(REQUIRED, "false");
    var first = relay("192.0.2.1");
    first.getSsl().setEnabled(true);
    assertThat(properties(first)).isEqualTo(Map.of("mail.smtp.ssl.enable", "true"));
  }

  /** WINBACK_MAIL_TLS=yes, which the file of compose hands on. */
  @Test
  void yesMeansYesToTheLibraryToo() {
    for (var word : List.of("yes", "ON", "1", "true")) {
      var own = relay("192.0.2.1");
      own.getProperties().put(REQUIRED, word);
      assertThat(properties(own)).containsEntry(REQUIRED, "true");
    }
  }

  /** As the file of compose does with a catcher that has no TLS and no login. */
  @Test
  void whatIsSetAndEmptyAsksForNothing() throws IOException {
    var open = relay("192.0.2.1");
    open.setUsername("");
    open.getProperties().put(REQUIRED, "");
    assertThat(hired(open).user()).isNull();
    try (var sink = new Sink();
        var postman = new SmtpPostman(to(sink.port(), properties(open)), FROM)) {
      var outcome = postman.deliver(SmtpPostmanTest.envelope(1), () -> true);
      assertThat(outcome.kind()).isEqualTo(Kind.SENT);
    }
  }

  @Test
  void aRelayThatHasNoneGetsNoLetterAndNoPassword() throws IOException {
    try (var sink = new Sink();
        var postman = new SmtpPostman(to(sink.port(), TLS), FROM)) {
      var outcome = postman.deliver(SmtpPostmanTest.envelope(1), () -> true);
      assertThat(outcome.kind()).isEqualTo(Kind.RELAY_DOWN);
      assertThat(outcome.toString()).contains("STARTTLS is required");
      assertThat(sink.times("AUTH") + sink.times("MAIL")).isZero();
    }
  }

  @Test
  void aRelayThatOffersItGetsTheLetterBehindIt() throws Exception {
    var trusting =
        Map.of(
            ENABLE,
            "true",
            REQUIRED,
            "true",
            "mail.smtp.ssl.trust",
            "localhost",
            "mail.smtp.ssl.checkserveridentity",
            "false");
    try (var sink = new TlsSink();
        var postman = new SmtpPostman(to(sink.port(), trusting), FROM)) {
      assertThat(postman.deliver(SmtpPostmanTest.envelope(1), () -> true).kind())
          .isEqualTo(Kind.SENT);
      assertThat(postman.deliver(SmtpPostmanTest.envelope(2), () -> true).kind())
          .isEqualTo(Kind.SENT);
      assertThat(sink.clear()).containsExactly("EHLO", "STARTTLS");
      assertThat(sink.enciphered()).startsWith("EHLO", "AUTH").contains("MAIL", "DATA");
    }
  }

  /** The time that the dot may take is one of the socket below. */
  @Test
  void behindItASlowAnswerToTheDotIsWaitedForNoLongerThanSet() throws Exception {
    var trusting =
        Map.of(
            ENABLE,
            "true",
            "mail.smtp.ssl.trust",
            "localhost",
            "mail.smtp.ssl.checkserveridentity",
            "false");
    try (var sink = new TlsSink().slowBy(Duration.ofSeconds(3));
        var postman = new SmtpPostman(to(sink.port(), trusting), FROM)) {
      assertThat(postman.deliver(SmtpPostmanTest.envelope(1), () -> true).kind())
          .isEqualTo(Kind.IN_DOUBT);
    }
  }

  private static MailProperties relay(String host) {
    var relay = new MailProperties();
    relay.setHost(host);
    return relay;
  }

  private Map<String, String> properties(MailProperties relay) {
    return hired(relay).properties();
  }

  private SmtpSettings hired(MailProperties relay) {
    var beans = new StaticListableBeanFactory();
    beans.addBean("relay", relay);
    return new Postmen(settings, outbox, mailbox, beans.getBeanProvider(MailProperties.class))
        .relay()
        .orElseThrow();
  }

  private static SmtpSettings to(int port, Map<String, String> properties) {
    return new SmtpSettings(
        "localhost",
        port,
        "winback",
        "secret",
        properties,
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        Duration.ofSeconds(1));
  }
}
