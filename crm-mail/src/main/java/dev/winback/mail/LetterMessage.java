package dev.winback.mail;

import dev.winback.letter.Confirmations;
import dev.winback.letter.DueLetter;
import dev.winback.letter.Farewells;
import dev.winback.letter.PromptKind;
import dev.winback.letter.RenderedLetter;
import java.io.ByteArrayOutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A letter as a message of RFC 5322: text first, then HTML; the headers that receivers of bulk mail
 * ask for (letters.md, "Content and headers"); an id that stays the same. Written by hand, because
 * the library's parts, streams and search among headers took a quarter of what a letter costs this
 * program; the tests read it back with the library.
 */
final class LetterMessage {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final byte[] END = {'\r', '\n'};

  private final DueLetter letter;
  private final RenderedLetter rendered;
  private final String from;

  private LetterMessage(DueLetter letter, RenderedLetter rendered, String from) {
    this.letter = letter;
    this.rendered = rendered;
    this.from = from;
  }

  /**
   * The bytes to send; from is the address of all letters, its name a person of the firm (LET-09).
   * Throws IllegalArgumentException where a header could not be written.
   */
  static byte[] build(DueLetter letter, RenderedLetter rendered, String from, Instant moment) {
    try {
      return new LetterMessage(letter, rendered, from).bytes(moment);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalArgumentException("letter " + letter.id().value() + " is no message", e);
    }
  }

  /** The sender as readers see it: the responsible person and the firm. */
  static String senderName(DueLetter letter) {
    var firm = letter.content().firm().name();
    var person = letter.responsible();
    return HeaderWriter.oneLine(
        person == null ? firm : firm.isEmpty() ? person : person + ", " + firm);
  }

  private byte[] bytes(Instant moment) throws UnsupportedEncodingException {
    // an equals sign and a line below it stand in no text of quoted-printable
    var boundary = "=_winback_" + letter.id().value();
    var headers = new HeaderWriter().add("Date", DATE.format(moment));
    addresses(headers);
    headers.words("Subject", rendered.subject()).add("Message-ID", letter.messageId());
    lists(headers);
    headers
        .add("MIME-Version", "1.0")
        .add("Content-Type", "multipart/alternative; boundary=\"" + boundary + "\"");
    return bodies(headers.bytes(), boundary);
  }

  private void addresses(HeaderWriter headers) throws UnsupportedEncodingException {
    var sender = senderName(letter);
    headers
        .mailbox("From", from, sender)
        .mailbox("To", letter.address(), letter.recipient())
        .mailbox("Reply-To", replyTo(), sender);
  }

  /** An address outside ASCII would need relays of the newest kind; ours is read, too. */
  private String replyTo() {
    var replyTo = letter.replyTo();
    return replyTo == null || replyTo.isBlank() || !HeaderWriter.ascii(replyTo) ? from : replyTo;
  }

  private void lists(HeaderWriter headers) {
    var domain = from.substring(from.lastIndexOf('@') + 1);
    headers
        .add("List-Unsubscribe", waysOut())
        .add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
        .add("List-Id", "<winback." + domain + ">")
        .add("Feedback-ID", campaign(letter.rung()) + ":winback:" + domain)
        .add("Auto-Submitted", "auto-generated")
        .add("Precedence", "bulk")
        .add("X-Auto-Response-Suppress", "OOF, AutoReply")
        .add("X-Winback-Letter", Long.toString(letter.id().value()));
  }

  /** By mail only where the program reads it: a person would overlook it. */
  private String waysOut() {
    var link = letter.content().unsubscribeUrl();
    var watched = letter.watched();
    if (watched == null || !HeaderWriter.ascii(watched)) {
      return "<" + link + ">";
    }
    var token = link.substring(link.lastIndexOf('/') + 1);
    return "<" + link + ">, <mailto:" + watched + "?subject=unsubscribe%20" + token + ">";
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

  private byte[] bodies(byte[] headers, String boundary) {
    var out = new ByteArrayOutputStream(16_384);
    out.writeBytes(headers);
    var frame = rendered.frame();
    if (frame == null) {
      part(out, boundary, "plain", QuotedPrintable.of(rendered.text()));
      part(out, boundary, "html", QuotedPrintable.of(rendered.html()));
    } else {
      part(out, boundary, "plain", QuotedPrintable.of(frame.text(), rendered.words()));
      part(out, boundary, "html", QuotedPrintable.of(frame.html(), rendered.words()));
    }
    out.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  private static void part(
      ByteArrayOutputStream out, String boundary, String subtype, byte[] text) {
    var headers =
        new HeaderWriter()
            .add("Content-Type", "text/" + subtype + "; charset=UTF-8")
            .add("Content-Transfer-Encoding", "quoted-printable");
    out.writeBytes(("--" + boundary + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(headers.bytes());
    out.writeBytes(text);
    out.writeBytes(END);
  }
}
