package dev.winback.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.winback.lapse.LapseId;
import dev.winback.letter.DueLetter;
import dev.winback.letter.LetterContent;
import dev.winback.letter.LetterId;
import dev.winback.letter.LetterTemplate;
import dev.winback.letter.RenderedLetter;
import dev.winback.letter.Tracked;
import jakarta.mail.Header;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * T54: whatever stands in a name, an address or a subject, the relay sees one message to one
 * recipient with the headers that we mean, or nothing.
 */
class HostileHeadersTest {

  private static final List<String> HEADERS =
      List.of(
          "Auto-Submitted",
          "Content-Type",
          "Date",
          "Feedback-ID",
          "From",
          "List-Id",
          "List-Unsubscribe",
          "List-Unsubscribe-Post",
          "MIME-Version",
          "Message-ID",
          "Precedence",
          "Received",
          "Reply-To",
          "Return-Path",
          "Subject",
          "To",
          "X-Auto-Response-Suppress",
          "X-Winback-Letter");

  @RegisterExtension static GreenMailExtension relay = new GreenMailExtension(ServerSetupTest.SMTP);

  private SmtpPostman postman;

  @BeforeEach
  void open() {
    postman =
        new SmtpPostman(
            SmtpPostmanTest.settings(ServerSetupTest.SMTP.getPort()), "letters@shop.example");
  }

  @AfterEach
  void close() {
    postman.close();
  }

  static Stream<String> pieces() {
    var controls = IntStream.concat(IntStream.range(0, 0x20), IntStream.of(0x7f, 0x85, 0x2028));
    return Stream.concat(
        controls.mapToObj(c -> "Anna" + Character.toString(c) + "Bcc: evil@evil.example"),
        Stream.of(
            "Anna\r\nBcc: evil@evil.example",
            "Anna\r\n\r\nanother text",
            "Anna\r\n.\r\nMAIL FROM:<evil@evil.example>",
            "=?UTF-8?Q?Anna=0D=0ABcc:_evil@evil.example?=",
            "=?UTF-8?B?DQpCY2M6IGV2aWxAZXZpbC5leGFtcGxl?=",
            "Anna\u760D\u760ABcc: evil@evil.example",
            "\" <evil@evil.example>, \"",
            "Anna <evil@evil.example>, Berg",
            "Anna; (a comment) \\",
            "\u202Egreb annA",
            "x".repeat(1_200),
            "ß😀".repeat(400)));
  }

  @ParameterizedTest
  @MethodSource("pieces")
  void whateverStandsInNamesAndSubjectsOneMessageOfOursArrives(String piece) throws Exception {
    deliver(letter(piece, "anna@example.org", piece, "hello@shop.example"), piece);

    var message = relay.getReceivedMessages()[0];
    assertThat(relay.getReceivedMessages()).hasSize(1);
    assertThat(names(message)).containsExactlyElementsOf(HEADERS);
    assertThat(message.getAllRecipients()).hasSize(1);
    assertThat(message.getAllRecipients()[0].toString()).endsWith("<anna@example.org>");
    assertThat(message.getFrom()[0].toString()).endsWith("<letters@shop.example>");
    assertThat(message.getReplyTo()).hasSize(1);
    assertThat(lines(message)).allMatch(line -> line.length() <= 998);
    assertThat(message.getSubject()).doesNotContain("\r", "\n", "\u0000");
  }

  static Stream<String> addresses() {
    return Stream.of(
        "anna@example.org\r\nRCPT TO:<evil@evil.example>",
        "anna@example.org>\r\nDATA",
        "anna\u0000@example.org",
        "anna@example.org,evil@evil.example",
        "\"a\r\nb\"@example.org",
        "\"a b\"@example.org",
        "anna\u760D\u760A@example.org",
        "anna@example.org\u0085");
  }

  /**
   * Quoted parts are allowed by the standard; our gate holds them before, the relay sees no two.
   */
  @ParameterizedTest
  @MethodSource("addresses")
  void anAddressIsOneRecipientOrNone(String address) {
    try {
      deliver(letter("Anna", address, "Rita", address), "We miss you");
    } catch (IllegalArgumentException refused) {
      assertThat(relay.getReceivedMessages()).isEmpty();
    }
    assertThat(relay.getReceivedMessages()).hasSizeLessThanOrEqualTo(1);
    assertThat(relay.getUserManager().hasUser("evil@evil.example")).isFalse();
  }

  private void deliver(DueLetter letter, String subject) {
    var rendered = new RenderedLetter(subject, "<p>Hi</p>", "Hi");
    var bytes =
        LetterMessage.build(
            letter, rendered, "letters@shop.example", Instant.parse("2026-06-01T10:00:00Z"));
    postman.deliver(
        new Envelope(letter, LetterMessage.senderName(letter), subject, bytes), () -> true);
  }

  private static DueLetter letter(
      String recipient, String address, String responsible, String replyTo) {
    var template = new LetterTemplate("s", "", "g", "g", "b", "", "", "", Map.of());
    var firm = new LetterContent.Firm(recipient, "Street 1", "", "hello@shop.example", "");
    return new DueLetter(
        new LetterId(1),
        new LapseId(1),
        1,
        0,
        "<1.x@shop.example>",
        address,
        recipient,
        responsible,
        replyTo,
        null,
        null,
        new LetterContent(1, template, "g", Map.of(), firm, "http://localhost:8080/u/TOKEN"),
        Tracked.NOTHING);
  }

  private static List<String> names(MimeMessage message) throws Exception {
    return Collections.list(message.getAllHeaders()).stream()
        .map(Header::getName)
        .sorted()
        .toList();
  }

  private static List<String> lines(MimeMessage message) throws Exception {
    return Collections.list(message.getAllHeaderLines()).stream()
        .flatMap(header -> Stream.of(header.split("\r?\n")))
        .toList();
  }
}
