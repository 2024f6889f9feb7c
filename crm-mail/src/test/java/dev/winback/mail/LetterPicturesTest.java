package dev.winback.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.letter.FileLink;
import dev.winback.letter.LetterContent;
import dev.winback.letter.LetterTemplate;
import dev.winback.letter.RenderedLetter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** LET-16, LET-20 and letters.md, "images": hosted, with width, height and words. */
class LetterPicturesTest {

  private static final String URL = "https://crm.example/f/AAAAAAAAAAAAAAAAAAAAAA.png";
  private static final String PDF = "https://crm.example/f/BBBBBBBBBBBBBBBBBBBBBB.pdf";
  private static final Map<String, FileLink> FILES =
      Map.of(
          "press", new FileLink(URL, "Our \"new\" press", 552, 300),
          "prices", new FileLink(PDF, "Price list", 0, 0));

  private final LetterRenderer renderer = new LetterRenderer();

  private RenderedLetter rendered(long template, String body, Map<String, FileLink> files) {
    var words = new LetterTemplate("s", "p", "Dear,", "Good day,", body, "Go", "", "Us", Map.of());
    var content =
        new LetterContent(
            template,
            words,
            "Dear,",
            Map.of("first_name", "A\"><script>"),
            LetterRendererTest.FIRM,
            "https://crm.example/u/T");
    return renderer.render(content.with(files));
  }

  private RenderedLetter rendered(String body) {
    return rendered(0, body, FILES);
  }

  @Test
  void aPictureHasItsAddressItsSizeAndItsWords() {
    var letter = rendered("Look:\n\n![The *press* & more](picture:press)\n\nThat was it.");
    assertThat(letter.html())
        .contains(
            "<img src=\"" + URL + "\" alt=\"The press &amp; more\" width=\"552\" height=\"300\"");
    assertThat(letter.text()).contains("The press & more").doesNotContain("picture:", URL);
  }

  @Test
  void withoutWordsInTheLetterItHasThoseOfTheLibrary() {
    var letter = rendered("![](picture:press)");
    assertThat(letter.html()).contains("alt=\"Our &quot;new&quot; press\"");
    assertThat(letter.text()).contains("Our \"new\" press");
  }

  @Test
  void aDownloadIsALink() {
    var letter = rendered("Here is our [price **list**](file:prices).");
    assertThat(letter.html()).contains("<a href=\"" + PDF + "\">price <strong>list</strong></a>");
    assertThat(letter.text()).contains(PDF);
  }

  /** A value in the words of a picture cannot leave its quotes. */
  @Test
  void aValueInItsWordsIsEscaped() {
    var html = rendered("![{{first_name}}](picture:press)").html();
    assertThat(html).contains("alt=\"A&quot;&gt;&lt;script&gt;\"").doesNotContain("<script>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "![words](picture:gone)", "![words](https://tracker.example/x.png)", "[words](file:gone)",
        "![words](data:image/png;base64,AA)", "[words](javascript:alert)",
            "![words](picture:prices)",
        "[words](https://file.invalid/gone)"
      })
  void whatIsNotKnownLeavesItsWords(String body) {
    var letter = rendered("Before " + body + " after");
    assertThat(letter.html()).contains("words").doesNotContain("<img", "javascript", "tracker");
    assertThat(letter.text()).contains("words");
  }

  /** A letter that is compiled already does not show what has gone since. */
  @Test
  void aRemovedPictureIsNotKeptInAKnownLetter() {
    assertThat(rendered(7, "![x](picture:press)", FILES).html()).contains("<img");
    assertThat(rendered(7, "![x](picture:press)", Map.of()).html()).doesNotContain("<img");
  }
}
