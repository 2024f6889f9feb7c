package dev.winback.mail;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.regex.Pattern;

/** Any text of a marketer: of HTML only what is harmless is left. */
class MarkupFuzz {

  private static final Pattern HARMLESS =
      // the sanitizer breaks braces that might become a template by a comment
      Pattern.compile(
          "<(!-- --|/?(p|br|b|strong|i|em|ul|ol|li|a)( /)?|a href=\"https:[^\"<>]*\")>");

  @FuzzTest(maxDuration = "60s")
  void anyTextIsMadeHarmless(FuzzedDataProvider data) {
    var text = data.consumeRemainingAsString();
    try {
      Fragments.text(text);
      var html = Fragments.html(text);
      if (HARMLESS.matcher(html).replaceAll("").contains("<")) {
        throw new IllegalStateException(html);
      }
    } catch (IllegalArgumentException refused) {
      // braces that are no name
    }
  }
}
