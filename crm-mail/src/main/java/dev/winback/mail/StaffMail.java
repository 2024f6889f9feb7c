package dev.winback.mail;

import dev.winback.letter.Mailbox;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Mail to our own people: by Spring's sender to the relay that letters take, in the demo firm to
 * the mailbox page and nowhere else.
 */
@Component
public class StaffMail {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final int NOT_NOW = 400;
  private static final int REFUSED = 500;

  private final Postmen postmen;
  private final Mailbox mailbox;
  private final Settings settings;
  private final BusinessClock clock;

  StaffMail(Postmen postmen, Mailbox mailbox, Settings settings, BusinessClock clock) {
    this.postmen = postmen;
    this.mailbox = mailbox;
    this.settings = settings;
    this.clock = clock;
  }

  /** It left, it certainly did not and may go later, or it must not be tried again. */
  public enum Answer {
    SENT,
    LATER,
    ENDED
  }

  /** What became of a mail, and what was said of it. */
  public record Told(Answer answer, String reply) {}

  public Told send(StaffLetter letter) {
    try {
      return postmen.stay() ? kept(letter) : carried(letter);
    } catch (MessagingException | IOException e) {
      return new Told(Answer.ENDED, e.getClass().getSimpleName());
    }
  }

  private Told kept(StaffLetter letter) throws MessagingException, IOException {
    var bytes = new ByteArrayOutputStream();
    var message = message(letter, new MimeMessage((Session) null));
    message.writeTo(bytes);
    mailbox.keep(
        letter.sender(),
        letter.address(),
        letter.subject(),
        bytes.toByteArray(),
        letter.text(),
        letter.html());
    return new Told(Answer.SENT, "mailbox");
  }

  private Told carried(StaffLetter letter) throws MessagingException, IOException {
    var relay = postmen.relay();
    if (relay.isEmpty()) {
      return new Told(Answer.ENDED, "the demo firm writes to this machine only");
    }
    var sender = sender(relay.get());
    var message = message(letter, sender.createMimeMessage());
    try {
      sender.send(message);
      return new Told(Answer.SENT, "");
    } catch (MailException e) {
      return refused(e);
    }
  }

  private JavaMailSenderImpl sender(SmtpSettings relay) {
    var sender = new JavaMailSenderImpl();
    sender.setHost(relay.host());
    sender.setPort(relay.port());
    sender.setUsername(relay.user());
    sender.setPassword(relay.password());
    sender.setJavaMailProperties(relay.forAngus(settings.mail().from()));
    return sender;
  }

  private MimeMessage message(StaffLetter letter, MimeMessage message)
      throws MessagingException, IOException {
    message.setFrom(new InternetAddress(settings.mail().from(), letter.sender(), UTF_8));
    var to = new InternetAddress(letter.address(), true);
    to.setPersonal(letter.name(), UTF_8);
    message.setRecipient(MimeMessage.RecipientType.TO, to);
    message.setSubject(letter.subject(), UTF_8);
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
    message.setContent(bodies(letter));
    message.saveChanges();
    return message;
  }

  private static MimeMultipart bodies(StaffLetter letter) throws MessagingException {
    var text = new MimeBodyPart();
    text.setText(letter.text(), UTF_8);
    var html = new MimeBodyPart();
    html.setText(letter.html(), UTF_8, "html");
    return new MimeMultipart("alternative", text, html);
  }

  /** Only a refusal is certain: after the dot nobody knows, and a mail is not sent twice. */
  private static Told refused(MailException e) {
    if (e instanceof MailAuthenticationException) {
      return new Told(Answer.LATER, "the relay does not know us");
    }
    if (!(e instanceof MailSendException failure) || failure.getMessageExceptions().length == 0) {
      return new Told(Answer.ENDED, e.getClass().getSimpleName());
    }
    var first = failure.getMessageExceptions()[0];
    if (first == failure.getCause()) {
      return new Told(Answer.LATER, "the relay cannot be reached");
    }
    int code = code(first);
    var answer = code >= NOT_NOW && code < REFUSED ? Answer.LATER : Answer.ENDED;
    return new Told(answer, code == 0 ? first.getClass().getSimpleName() : Integer.toString(code));
  }

  /** What the relay answered; 0 when it did not. */
  private static int code(Exception e) {
    if (e instanceof SMTPSendFailedException answer) {
      return answer.getReturnCode();
    }
    if (e instanceof SMTPAddressFailedException answer) {
      return answer.getReturnCode();
    }
    var next = e instanceof MessagingException chained ? chained.getNextException() : null;
    return next == null ? 0 : code(next);
  }
}
