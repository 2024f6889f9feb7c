package dev.winback.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.letter.LetterFrame.Pieces;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the library reads back is what was written, in lines that every server lets through. */
class QuotedPrintableTest {

  private static final String[] PIECES = {
    "a", "=", " ", "\t", "\n", "\r\n", "\r", ".", "ß", "字", "😀", "\u0000", "\u007f", "~", "wort "
  };

  @ParameterizedTest
  @ValueSource(strings = {"", "x", " ", "a \n b\t", "a=b", "\r", "\n.\n", "Grüße, 字 und 😀"})
  void eachTextIsReadBack(String text) throws Exception {
    assertReadBack(text);
  }

  @Test
  void linesAreBrokenSoftlyAt76() throws Exception {
    for (int length = 70; length <= 155; length++) {
      assertReadBack("a".repeat(length));
      assertReadBack("a".repeat(length) + "ß");
      assertReadBack("a".repeat(length) + " \n" + "=".repeat(length));
    }
    assertThat(encoded("a".repeat(75))).isEqualTo("a".repeat(75));
    assertThat(encoded("a".repeat(76))).isEqualTo("a".repeat(75) + "=\r\na");
  }

  @Test
  void aBlankAtTheEndOfALineIsWrittenOut() {
    assertThat(encoded("a \nb\t")).isEqualTo("a=20\r\nb=09");
  }

  @Test
  void tenThousandTextsOfAnythingAreReadBack() throws Exception {
    var random = new Random(42);
    for (int n = 0; n < 10_000; n++) {
      var text = new StringBuilder();
      for (int piece = random.nextInt(60); piece > 0; piece--) {
        text.append(PIECES[random.nextInt(PIECES.length)].repeat(1 + random.nextInt(3)));
      }
      assertReadBack(text.toString());
    }
  }

  @Test
  void aThousandFramesWithWordsOfAnythingAreReadBack() throws Exception {
    var random = new Random(7);
    for (int n = 0; n < 1_000; n++) {
      var words = List.of(anything(random), "", anything(random));
      var frame =
          new Pieces(
              List.of(anything(random), "", anything(random), " ", anything(random)),
              List.of(3, 1, 2, 1));
      var encoded = new String(QuotedPrintable.of(frame, words), StandardCharsets.US_ASCII);
      assertReadBack(encoded, frame.filled(words));
    }
  }

  private static String anything(Random random) {
    var text = new StringBuilder();
    for (int piece = random.nextInt(60); piece > 0; piece--) {
      // no frame is cut within the end of a line
      var next = PIECES[random.nextInt(PIECES.length)];
      text.append(next.equals("\r") ? "\n" : next);
    }
    return text.toString();
  }

  private static void assertReadBack(String text) throws Exception {
    assertReadBack(encoded(text), text);
  }

  private static void assertReadBack(String encoded, String text) throws Exception {
    var raw = new ByteArrayInputStream(encoded.getBytes(StandardCharsets.US_ASCII));
    var read = MimeUtility.decode(raw, "quoted-printable").readAllBytes();
    assertThat(new String(read, StandardCharsets.UTF_8))
        .isEqualTo(text.replaceAll("\r\n|\r|\n", "\r\n"));
    assertThat(encoded.split("\r\n", -1))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76).doesNotEndWith(" "));
    assertThat(encoded.replace("\r\n", "")).matches("[ -~\t]*");
  }

  private static String encoded(String text) {
    return new String(QuotedPrintable.of(text), StandardCharsets.US_ASCII);
  }
}
