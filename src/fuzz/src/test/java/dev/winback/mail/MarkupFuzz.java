package dev.winback.mail;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.winback.letter.FileLink;
import java.util.Map;
import java.util.regex.Pattern;

/** Any text of a marketer: of HTML only what is harmless is left. */
class MarkupFuzz {

  private static final Pattern HARMLESS =
      // the sanitizer breaks braces that might become a template by a comment
      Pattern.compile(
          "<(!-- --|/?(p|br|b|strong|i|em|ul|ol|li|a)( /)?|a href=\"https:[^\"<>]*\"|img [^<>]*)>");

  private static final Map<String, FileLink> FILES =
      Map.of("a", new FileLink("https://h.example/f/x.png", "words", 10, 10));

  @FuzzTest(maxDuration = "60s")
  void anyTextIsMadeHarmless(FuzzedDataProvider data) {
    var text = data.consumeRemainingAsString();
    try {
      Fragments.text(text, FILES);
      var html = Fragments.html(text, FILES);
      if (HARMLESS.matcher(html).replaceAll("").contains("<")) {
        throw new IllegalStateException(html);
      }
    } catch (IllegalArgumentException refused) {
      // braces that are no name
    }
  }
}
