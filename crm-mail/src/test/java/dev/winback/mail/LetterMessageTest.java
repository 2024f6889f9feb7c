package dev.winback.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.lapse.LapseId;
import dev.winback.letter.DueLetter;
import dev.winback.letter.LetterContent;
import dev.winback.letter.LetterId;
import dev.winback.letter.LetterTemplate;
import dev.winback.letter.RenderedLetter;
import dev.winback.letter.Tracked;
import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What we write by hand the library reads back as it was meant (letters.md, "own MIME writer"). */
class LetterMessageTest {

  private static final String FROM = "letters@shop.example";
  private static final Instant MOMENT = Instant.parse("2026-06-01T22:30:00Z");

  private static final String[] PIECES = {
    "a",
    "Anna ",
    "\"",
    ",",
    "<",
    ">",
    "=",
    "_",
    "--",
    "=_winback_7",
    "\r\n--=_winback_7--\r\n",
    ".\r\n",
    "ß",
    "字",
    "😀",
    "é\u0301",
    " ",
    "\t",
    "(",
    ")",
    ";",
    ":",
    "@",
    "\\",
    "?=",
    "wordwordword",
    "\n"
  };

  @Test
  void aThousandLettersOfAnythingAreReadBack() throws Exception {
    var random = new Random(42);
    for (int n = 0; n < 1_000; n++) {
      var subject = line(random);
      var recipient = line(random);
      var person = line(random);
      var rendered = new RenderedLetter(subject, anything(random), anything(random));
      var bytes = LetterMessage.build(letter(recipient, person, null), rendered, FROM, MOMENT);

      var message = read(bytes);
      assertThat(message.getSubject()).isEqualTo(subject);
      assertThat(personal(message.getRecipients(MimeMessage.RecipientType.TO)[0]))
          .isEqualTo(recipient);
      assertThat(personal(message.getFrom()[0])).isEqualTo(person + ", Shop");
      assertThat(message.getSentDate()).isEqualTo(Date.from(MOMENT));
      assertThat(message.getMessageID()).isEqualTo("<7.x@shop.example>");
      assertBodies(message, rendered);
      assertLines(bytes);
    }
  }

  private static void assertBodies(MimeMessage message, RenderedLetter rendered) throws Exception {
    var parts = (MimeMultipart) message.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getCount()).isEqualTo(2);
    assertBody(parts.getBodyPart(0), "text/plain; charset=UTF-8", rendered.text());
    assertBody(parts.getBodyPart(1), "text/html; charset=UTF-8", rendered.html());
  }

  /** Line ends are CRLF on the wire, whatever they were. */
  private static void assertBody(BodyPart part, String type, String text) throws Exception {
    assertThat(part.getContentType()).isEqualTo(type);
    assertThat(((String) part.getContent()).replace("\r\n", "\n"))
        .isEqualTo(text.replace("\r\n", "\n"));
  }

  private static void assertLines(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text.chars().allMatch(c -> c < 0x7f)).isTrue();
    assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
    assertThat(text.split("\r\n")).allMatch(line -> line.length() <= 998);
  }

  @Test
  void anAnswerGoesToTheResponsiblePersonAndElseToUs() throws Exception {
    assertThat(replyTo("rita@shop.example")).isEqualTo("rita@shop.example");
    assertThat(replyTo(" ")).isEqualTo(FROM);
    assertThat(replyTo("rita@müller.example")).isEqualTo(FROM);
    assertThat(replyTo("rita@shop.example\r\nBcc: evil@evil.example")).isEqualTo(FROM);
  }

  /** LET-22, RFC 2369: who opts out by mail is heard only where the program reads it. */
  @Test
  void theWayOutByMailIsThatOfTheMailboxWhichIsRead() throws Exception {
    var rendered = new RenderedLetter("s", "<p>Hi</p>", "Hi");
    for (var watched : new String[] {null, "answers@müller.example"}) {
      assertThat(waysOut(rendered, watched)).isEqualTo("<http://localhost:8080/u/TOKEN>");
    }
    assertThat(waysOut(rendered, "answers@shop.example"))
        .isEqualTo(
            "<http://localhost:8080/u/TOKEN>, <mailto:answers@shop.example?subject=unsubscribe%20TOKEN>");
  }

  @Test
  void aHeaderHasNoOtherCharactersThanPrintableOnes() {
    var headers = new HeaderWriter();
    for (var value : new String[] {"a\r\nb", "a\nb", "a\u0000", "a\u007f", "ä"}) {
      assertThatThrownBy(() -> headers.add("X-Winback-Letter", value))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static String replyTo(String address) throws Exception {
    var rendered = new RenderedLetter("s", "<p>Hi</p>", "Hi");
    var bytes = LetterMessage.build(letter("Anna", "Rita", address), rendered, FROM, MOMENT);
    return ((InternetAddress) read(bytes).getReplyTo()[0]).getAddress();
  }

  private static MimeMessage read(byte[] bytes) throws Exception {
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
  }

  private static String personal(jakarta.mail.Address address) {
    return ((InternetAddress) address).getPersonal();
  }

  /** As it stands after the cleaning of names: something, and no blank at its ends. */
  private static String line(Random random) {
    return HeaderWriter.oneLine("x" + anything(random) + "x").replaceAll(" +", " ");
  }

  private static String anything(Random random) {
    var text = new StringBuilder();
    for (int piece = random.nextInt(40); piece > 0; piece--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static String waysOut(RenderedLetter rendered, String watched) throws Exception {
    var letter = letter("Anna", "Rita", "rita@shop.example", watched);
    var message = read(LetterMessage.build(letter, rendered, FROM, MOMENT));
    return message.getHeader("List-Unsubscribe", null).replaceAll("\\s+", " ");
  }

  private static DueLetter letter(String recipient, String person, String replyTo) {
    return letter(recipient, person, replyTo, null);
  }

  private static DueLetter letter(String recipient, String person, String replyTo, String watched) {
    var template = new LetterTemplate("s", "", "g", "g", "b", "", "", "", Map.of());
    var firm = new LetterContent.Firm("Shop", "Street 1", "", "hello@shop.example", "");
    return new DueLetter(
        new LetterId(7),
        new LapseId(1),
        1,
        0,
        "<7.x@shop.example>",
        "anna@example.org",
        recipient,
        person,
        replyTo,
        null,
        watched,
        new LetterContent(1, template, "g", Map.of(), firm, "http://localhost:8080/u/TOKEN"),
        Tracked.NOTHING);
  }
}
