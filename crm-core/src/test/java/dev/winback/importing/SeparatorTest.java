package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands between cells is what most lines have as often as the header. */
class SeparatorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '`',
      textBlock =
          """
          Kunde;Datum;Betrag (netto, EUR, ohne Rabatt, Stand heute)/1;2026-05-01;12,50/2;2026-05-01;3 @ semicolon
          Kunde;Datum;Betrag (netto, EUR, ohne Rabatt)              @ comma
          a;b,c/1;2,5/2;3,5                                         @ comma
          a,b,c/1,2,3/4,5,6                                         @ comma
          a;b;c/1,5;2,5;3,5/1,5;2,5;3,5                             @ semicolon
          a;b;c/1;2;3;;/4;5;6;;                                     @ semicolon
          a|b, c, d|e/1|2|3//4|5|6                                  @ bar
          "a, b, c";d/"1, 2";3                                      @ semicolon
          """)
  void theSignOfMostLinesParts(String lines, String word) throws IOException {
    var reader = new BufferedReader(new StringReader(lines.replace("/", "\r\n")));
    assertThat(Separator.of(reader).word()).isEqualTo(word);
  }
}
