package dev.winback.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger writes is read in a time that grows with its length, not with its square. */
class PlainWordsTest {

  private static final Duration SOON = Duration.ofSeconds(3);

  @Test
  void wordsAndLinesAreLeft() {
    assertThat(
            PlainWords.of(
                "<style>p {}</style><p>Is it  there?</p><ul><li>a &lt; b</li></ul>Anna&nbsp; &amp; Otto<br>"))
        .isEqualTo("Is it there?\na < b\nAnna  & Otto");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<", "<style", "<br ", "&nbsp;", "<style></style"})
  void noPatternGoesBackOverWhatItHasRead(String piece) {
    var html = piece.repeat(100_000 / piece.length()) + "x";
    assertTimeoutPreemptively(SOON, () -> PlainWords.of(html));
  }

  @Test
  void aHeaderOfManySpacesIsOneLine() throws Exception {
    var mail = new MimeMessage(Session.getInstance(new Properties()));
    mail.setHeader("Subject", "a\r\n" + " ".repeat(200_000) + "b\r\n c");
    assertThat(assertTimeoutPreemptively(SOON, () -> MailHeaders.line(mail, "Subject")))
        .isEqualTo("a b c");
  }
}
