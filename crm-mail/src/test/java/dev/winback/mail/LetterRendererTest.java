package dev.winback.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.letter.LetterContent;
import dev.winback.letter.LetterLanguages;
import dev.winback.letter.LetterTemplate;
import dev.winback.testing.WorldNames;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** LET-04, LET-05, LET-10 and letters.md, "Templates" and "Sanitising". */
class LetterRendererTest {

  static final LetterContent.Firm FIRM =
      new LetterContent.Firm(
          "Müller & Söhne",
          "Street 1, Town",
          "+49 30 1",
          "hello@shop.example",
          "https://shop.example");

  final LetterRenderer renderer = new LetterRenderer();

  @Test
  void aLetterHasAllItsPartsInBothBodies() {
    var letter =
        renderer.render(
            content(
                "we **miss** you, here are {{percent}} % with **{{coupon}}**.\nSecond line\n\n- one\n- two",
                "Anna"));

    assertThat(letter.subject()).isEqualTo("We miss you, Anna");
    assertThat(letter.html())
        .contains("Dear Anna,")
        .contains("<strong>miss</strong>", "<strong>WELCOME10X</strong>", "<li>one</li>", "<br />")
        .contains("href=\"https://shop.example\"", "Use my 10 %")
        .contains("Müller &amp; Söhne · Street 1, Town · +49 30 1 · hello@shop.example")
        .contains("href=\"http://localhost:8080/u/TOKEN\"")
        .contains("prefers-color-scheme")
        // the mail client's whole width is dark, beside the sheet as well
        .contains("body, body > div { background: #11161b !important; }")
        .doesNotContain("[[", "{{", "\uE000");
    assertThat(letter.text())
        .contains("Dear Anna,", "10 % with WELCOME10X", "Use my 10 %: https://shop.example")
        .contains("Müller & Söhne", "http://localhost:8080/u/TOKEN")
        .doesNotContain("<", "{{", "&amp;", "**");
  }

  /** German words used to be read aloud as English. */
  @Test
  void aLetterSaysInWhichLanguageItIs() {
    var english = content("hello", "Anna");
    var german =
        new LetterContent(
            0,
            english.template(),
            english.greeting(),
            english.variables(),
            english.firm(),
            english.unsubscribeUrl(),
            Locale.GERMAN,
            List.of());
    assertThat(renderer.render(english).html()).contains("<html lang=\"en\"");
    assertThat(renderer.render(german).html()).contains("<html lang=\"de\"");
  }

  /** A version that is kept compiled speaks the firm's new language when that changes. */
  @Test
  void theProgramsOwnWordsAreThereInEachLanguageThatAFirmMayChoose() {
    var wayOut = new java.util.HashSet<String>();
    for (var language : LetterLanguages.KNOWN) {
      var letter = renderer.render(in(content(7, "hello", "Anna"), language));
      assertThat(letter.html()).contains("<html lang=\"" + language + "\"");
      var text = letter.text();
      wayOut.add(
          text.substring(text.lastIndexOf('\n', text.length() - 2), text.lastIndexOf(": http")));
    }
    assertThat(wayOut).hasSameSizeAs(LetterLanguages.KNOWN);
  }

  private static LetterContent in(LetterContent content, String language) {
    return new LetterContent(
        content.templateId(),
        content.template(),
        content.greeting(),
        content.variables(),
        content.firm(),
        content.unsubscribeUrl(),
        Locale.forLanguageTag(language),
        List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "{{percent}}",
        "{{#coupon}}x{{/coupon}}",
        "=?UTF-8?B?QmNjOiB4?=",
        "Anna\r\nBcc: victim@example.org",
        "\u202Eevil\u202C",
        "👩‍👧 Ünï çødé",
        "[x](javascript:alert(1))",
        "[[body]]",
      })
  void aHostileNameIsOnlyAName(String name) {
    var letter = renderer.render(content("hello", name));

    assertThat(letter.html()).doesNotContain("<script", "<img", "\u202E", "href=\"javascript");
    assertThat(letter.subject()).doesNotContain("\r", "\n", "\u202E");
    var shown = name.replaceAll("[\r\n]+", " ").replaceAll("[\u202E\u202C]", "");
    assertThat(letter.text()).contains("Dear " + shown + ",");
  }

  /** hold.md, T14. */
  @Test
  void namesOfEveryScriptStandInTheLetterAsTheyAre() {
    for (var written : WorldNames.all()) {
      var name = Normalizer.normalize(written, Normalizer.Form.NFC);
      assertThat(renderer.render(content("hello", name)).text()).contains("Dear " + name + ",");
    }
  }

  @Test
  void aNameOfThreeHundredCharactersLeavesASubjectOfAtMostAHundredAndFifty() {
    var letter = renderer.render(content("hello", "😀".repeat(300)));

    assertThat(letter.subject().codePointCount(0, letter.subject().length())).isEqualTo(150);
  }

  @Test
  void whatMarketingWritesCanDoNoHarm() {
    var letter =
        renderer.render(
            content(
                "Hi <script>x</script> <b>b</b> [a](javascript:x) [b](http://x.example) [c](https://x.example/{{coupon}}) [d](https://x.example)"
                    + " ![i](https://x.example/p.png)",
                "Anna"));

    assertThat(letter.html())
        .doesNotContain("<script", "javascript:", "http://x.example", "p.png", "WELCOME10X")
        .contains("&lt;b&gt;", "href=\"https://x.example\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{{name}}}",
        "{{&name}}",
        "{{=<% %>=}}",
        "{{>x}}",
        "{{#a}}x{{/a}}",
        "{{^a}}x{{/a}}",
        "{{!x}}",
        "{{first_name.bytes}}",
        "{{class}}",
        "{{",
        "{{nobody}}",
        "{{.}}",
        "{{this}}"
      })
  void everythingButAPlainKnownVariableIsRefused(String body) {
    assertThatThrownBy(() -> renderer.render(content(body, "Anna")))
        .isInstanceOfAny(
            IllegalArgumentException.class, com.samskivert.mustache.MustacheException.class);
  }

  @Test
  void aLetterIsBounded() {
    assertThatThrownBy(() -> renderer.render(content("x".repeat(250_000), "Anna")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("200000");
  }

  @Test
  void aDraftIsNotKeptAndASavedVersionIs() {
    renderer.render(content(0, "first", "Anna"));
    assertThat(renderer.render(content(0, "second", "Anna")).text()).contains("second");
    renderer.render(content(7, "first", "Anna"));
    assertThat(renderer.render(content(7, "changed", "Berta")).text())
        .contains("first", "Dear Berta,");
  }

  static LetterContent content(String body, String name) {
    return content(0, body, name);
  }

  static LetterContent content(long template, String body, String name) {
    return new LetterContent(
        template,
        new LetterTemplate(
            "We miss you, {{first_name}}",
            "Come back",
            "Dear {{first_name}},",
            "Good day,",
            body,
            "Use my {{percent}} %",
            "",
            "{{responsible}}\n{{firm}}",
            Map.of()),
        "Dear {{first_name}},",
        Map.of(
            "first_name",
            name,
            "percent",
            "10",
            "coupon",
            "WELCOME10X",
            "responsible",
            "Rita",
            "firm",
            FIRM.name()),
        FIRM,
        "http://localhost:8080/u/TOKEN");
  }
}
