package dev.winback.mail;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.winback.letter.LetterContent;
import dev.winback.letter.LetterTemplate;
import java.util.Map;

/** Any name in a letter: it stays text. */
class LetterFuzz {

  private final LetterRenderer renderer = new LetterRenderer();

  @FuzzTest(maxDuration = "60s")
  void anyNameStaysText(FuzzedDataProvider data) {
    var name = "<q" + data.consumeRemainingAsString();
    var template =
        new LetterTemplate(
            "{{first_name}}", "p", "Dear {{first_name}},", "Hi", "b", "go", "", "s", Map.of());
    var letter =
        renderer.render(
            new LetterContent(
                1,
                template,
                template.greeting(),
                Map.of("first_name", name.substring(0, Math.min(200, name.length()))),
                new LetterContent.Firm("f", "s", "1", "a@b.example", "https://b.example"),
                "https://b.example/u"));
    if (letter.html().contains("<q") || letter.subject().matches("(?s).*[\r\n].*")) {
      throw new IllegalStateException(letter.subject());
    }
  }
}
