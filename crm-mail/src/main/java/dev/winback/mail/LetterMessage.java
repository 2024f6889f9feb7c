package dev.winback.mail;

import dev.winback.letter.Confirmations;
import dev.winback.letter.DueLetter;
import dev.winback.letter.Farewells;
import dev.winback.letter.PromptKind;
import dev.winback.letter.RenderedLetter;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/**
 * A letter as a message of RFC 5322: text first, then HTML; the headers that receivers of bulk mail
 * ask for (letters.md, "Content and headers"); an id that stays the same.
 */
final class LetterMessage extends MimeMessage {

  private static final Session SESSION = Session.getInstance(new Properties());

  /** Characters of a name or a subject. */
  private static final int LONGEST = 200;

  private final String id;

  private LetterMessage(String id) {
    super(SESSION);
    this.id = id;
  }

  /**
   * The bytes to send; from is the address of all letters, its name a person of the firm (LET-09).
   */
  static byte[] build(DueLetter letter, RenderedLetter rendered, String from, Instant moment) {
    try {
      var message = new LetterMessage(letter.messageId());
      message.address(letter, from);
      message.setSubject(oneLine(rendered.subject()), "UTF-8");
      message.setSentDate(Date.from(moment));
      message.lists(letter, from);
      message.setContent(bodies(rendered));
      message.saveChanges();
      var bytes = new ByteArrayOutputStream();
      message.writeTo(bytes);
      return bytes.toByteArray();
    } catch (MessagingException e) {
      throw new IllegalArgumentException("letter " + letter.id().value() + " is no message", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sender as readers see it: the responsible person and the firm. */
  static String senderName(DueLetter letter) {
    var firm = letter.content().firm().name();
    var person = letter.responsible();
    return oneLine(person == null ? firm : firm.isEmpty() ? person : person + ", " + firm);
  }

  private void address(DueLetter letter, String from)
      throws MessagingException, UnsupportedEncodingException {
    setFrom(new InternetAddress(from, senderName(letter), "UTF-8"));
    setRecipient(
        RecipientType.TO,
        new InternetAddress(letter.address(), oneLine(letter.recipient()), "UTF-8"));
    var replyTo = replyTo(letter, from);
    setReplyTo(new InternetAddress[] {new InternetAddress(replyTo, senderName(letter), "UTF-8")});
  }

  private static String replyTo(DueLetter letter, String from) {
    var replyTo = letter.replyTo();
    return replyTo == null || replyTo.isBlank() ? from : replyTo;
  }

  private void lists(DueLetter letter, String from) throws MessagingException {
    var domain = from.substring(from.lastIndexOf('@') + 1);
    var link = letter.content().unsubscribeUrl();
    var token = link.substring(link.lastIndexOf('/') + 1);
    var mailto = "mailto:" + replyTo(letter, from) + "?subject=unsubscribe%20" + token;
    set("List-Unsubscribe", "<" + link + ">, <" + mailto + ">");
    set("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    set("List-Id", "<winback." + domain + ">");
    set("Feedback-ID", campaign(letter.rung()) + ":winback:" + domain);
    set("Auto-Submitted", "auto-generated");
    set("Precedence", "bulk");
    set("X-Auto-Response-Suppress", "OOF, AutoReply");
    set("X-Winback-Letter", Long.toString(letter.id().value()));
  }

  /** A rung of the ladder, a farewell, a confirmation, a kind of prompt, or one of survey. */
  private static String campaign(int rung) {
    if (rung == Farewells.RUNG) {
      return "farewell:farewell";
    }
    if (rung == Confirmations.RUNG) {
      return "confirmation:confirmation";
    }
    var prompt = PromptKind.ofRung(rung);
    if (prompt.isPresent()) {
      return prompt.get().code() + (prompt.get().cart() ? ":cart" : ":prompt");
    }
    return rung < 0 ? "survey" + -rung + ":survey" : "rung" + rung + ":ladder";
  }

  /** The only place that writes headers by name: the library itself lets a line break through. */
  private void set(String name, String value) throws MessagingException {
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new MessagingException("control character in " + name);
    }
    setHeader(name, value);
  }

  /**
   * Without control characters, short enough for a line of 998 bytes, and as it stands: what looks
   * like an encoded word gets an invisible joiner, so that it is encoded and no reader decodes it.
   */
  private static String oneLine(String text) {
    var line = text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").replace("=?", "=\u2060?").strip();
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST));
  }

  private static MimeMultipart bodies(RenderedLetter rendered) throws MessagingException {
    var frame = rendered.frame();
    if (frame == null) {
      return new MimeMultipart(
          "alternative",
          body(QuotedPrintable.of(rendered.text()), "plain"),
          body(QuotedPrintable.of(rendered.html()), "html"));
    }
    var words = rendered.words();
    return new MimeMultipart(
        "alternative",
        body(QuotedPrintable.of(frame.text(), words), "plain"),
        body(QuotedPrintable.of(frame.html(), words), "html"));
  }

  private static MimeBodyPart body(byte[] text, String subtype) throws MessagingException {
    var headers = new InternetHeaders();
    headers.setHeader("Content-Type", "text/" + subtype + "; charset=UTF-8");
    headers.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return new MimeBodyPart(headers, text);
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }
}
