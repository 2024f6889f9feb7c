package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What leaves leads by our addresses; what is kept, and what we do not know, stays as it was. */
class TrackedTest {

  private static final RenderedLetter LETTER =
      new RenderedLetter(
          "Hello",
          "<body><a href=\"https://shop.example/?a&#61;1&amp;b&#x3D;2\">x</a><a href=\"https://other.example\">y</a></body>",
          "https://shop.example/?a=1&b=2");

  @Test
  void aKnownLinkIsLedInWhateverWayItIsWritten() {
    var led =
        new Tracked(
                Map.of("https://shop.example/?a=1&b=2", "https://crm.example/c/T$1"),
                "https://crm.example/c/TRAP",
                null)
            .in(LETTER);
    assertThat(led.html())
        .isEqualTo(
            "<body><a href=\"https://crm.example/c/T$1\">x</a><a href=\"https://other.example\">y</a>"
                + "<a href=\"https://crm.example/c/TRAP\" style=\"display:none\"></a></body>");
    assertThat(led.text()).isEqualTo(LETTER.text());
  }

  @Test
  void thePictureStandsAtTheEnd() {
    var led = new Tracked(Map.of(), null, "https://crm.example/o/P").in(LETTER);
    assertThat(led.html())
        .endsWith("<img src=\"https://crm.example/o/P\" width=\"1\" height=\"1\" alt=\"\"></body>");
  }

  @Test
  void withNothingToTellTheLetterIsTheSame() {
    assertThat(Tracked.NOTHING.in(LETTER)).isSameAs(LETTER);
  }

  @Test
  void linksAreNumberedButtonFirst() {
    var body =
        "[a](https://a.example/x) <https://b.example> [c](http://c.example) [a](https://a.example/x)";
    assertThat(TemplateLinks.of("", body, "https://shop.example"))
        .containsExactly("https://shop.example", "https://a.example/x", "https://b.example");
    assertThat(TemplateLinks.of("https://button.example", "", "https://shop.example"))
        .containsExactly("https://button.example");
    assertThat(TemplateLinks.of("", "", "javascript:alert(1)")).containsExactly("");
  }
}
