package dev.winback.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.winback.letter.Mailbox;
import dev.winback.letter.Outbox;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mail to our own people: over the relay, or in the demo firm to the mailbox and nowhere else. */
@CoreTest
class StaffMailTest {

  private static final StaffLetter LETTER =
      new StaffLetter(
          "boss@shop.example",
          "Zoë\r\nBcc: all@shop.example",
          "Winback",
          "Last week: 14 lost",
          "Good morning, 14 ä\n",
          "<p>Good morning, 14 ä</p>");

  @RegisterExtension static GreenMailExtension relay = new GreenMailExtension(ServerSetupTest.SMTP);

  @Autowired Settings settings;
  @Autowired Outbox outbox;
  @Autowired Mailbox mailbox;
  @Autowired BusinessClock clock;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  private StaffMail over(String host, int port) {
    var properties = new MailProperties();
    properties.setHost(host);
    properties.setPort(port);
    var beans = new StaticListableBeanFactory();
    beans.addBean("relay", properties);
    var postmen =
        new Postmen(settings, outbox, mailbox, beans.getBeanProvider(MailProperties.class));
    return new StaffMail(postmen, mailbox, settings, clock);
  }

  private StaffMail over(int port) {
    return over("localhost", port);
  }

  @Test
  void itArrivesWithBothBodiesAndOneReceiver() throws Exception {
    assertThat(over(ServerSetupTest.SMTP.getPort()).send(LETTER).answer())
        .isEqualTo(StaffMail.Answer.SENT);

    assertThat(relay.getReceivedMessages()).hasSize(1);
    var message = relay.getReceivedMessages()[0];
    assertThat(message.getAllRecipients()).hasSize(1);
    assertThat(((InternetAddress) message.getAllRecipients()[0]).getAddress())
        .isEqualTo("boss@shop.example");
    assertThat(message.getHeader("Bcc")).isNull();
    assertThat(message.getSubject()).isEqualTo("Last week: 14 lost");
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(((InternetAddress) message.getFrom()[0]).getAddress())
        .isEqualTo(settings.mail().from());
    var bodies = (MimeMultipart) message.getContent();
    assertThat(bodies.getBodyPart(0).isMimeType("text/plain")).isTrue();
    assertThat(bodies.getBodyPart(0).getContent().toString().strip())
        .isEqualTo("Good morning, 14 ä");
    assertThat(bodies.getBodyPart(1).getContent().toString().strip())
        .isEqualTo("<p>Good morning, 14 ä</p>");
  }

  @Test
  void ofTheDemoFirmItStaysInTheMailbox() {
    jdbc.sql("update firm set demo = true").update();

    assertThat(over(ServerSetupTest.SMTP.getPort()).send(LETTER).answer())
        .isEqualTo(StaffMail.Answer.SENT);

    assertThat(relay.getReceivedMessages()).isEmpty();
    var row = mailbox.list(null, stories.manager()).items().get(0);
    assertThat(row.recipient()).isEqualTo("boss@shop.example");
    var kept = mailbox.letter(row.id(), stories.manager());
    assertThat(kept.text()).isEqualTo(LETTER.text());
    assertThat(kept.html()).isEqualTo(LETTER.html());
    assertThat(new String(kept.message(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("Subject: Last week: 14 lost");
  }

  @Test
  void whatTheRelayCertainlyDidNotTakeMayGoLater() throws Exception {
    try (var deaf = new DeafPort()) {
      assertThat(over(deaf.number()).send(LETTER).answer()).isEqualTo(StaffMail.Answer.LATER);
    }
    for (var step : new String[] {"RCPT", "dot"}) {
      try (var sink = new Sink().answers(step, "451 4.3.0 not now")) {
        assertThat(over(sink.port()).send(LETTER)).as(step).isEqualTo(told("LATER", "451"));
        assertThat(sink.accepted()).isEmpty();
      }
    }
  }

  @Test
  void whatIsRefusedOrUnknownIsNotTriedAgain() throws Exception {
    try (var sink = new Sink().answers("dot", "554 5.7.1 no")) {
      assertThat(over(sink.port()).send(LETTER)).isEqualTo(told("ENDED", "554"));
    }
    try (var sink = new Sink().hangsUpAt("dot")) {
      assertThat(over(sink.port()).send(LETTER).answer()).isEqualTo(StaffMail.Answer.ENDED);
    }
    var nobody = new StaffLetter("no address", "n", "s", "s", "t", "h");
    assertThat(over(ServerSetupTest.SMTP.getPort()).send(nobody).answer())
        .isEqualTo(StaffMail.Answer.ENDED);
    assertThat(relay.getReceivedMessages()).isEmpty();
  }

  private static StaffMail.Told told(String answer, String reply) {
    return new StaffMail.Told(StaffMail.Answer.valueOf(answer), reply);
  }
}
