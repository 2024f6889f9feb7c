package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.winback.shared.Refused;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** letters.md, "Templates": known variables in plain double braces, nothing else. */
class TemplateRulesTest {

  @Test
  void knownVariablesWithWordsForMissingValuesAreFine() {
    assertThatCode(() -> check("Hi", "{{ percent }} % off {{last_purchase_goods}}"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{{percent}}}",
        "{{&percent}}",
        "{{ & percent}}",
        "{{=<% %>=}}",
        "{{>pom.xml}}",
        "{{#percent}}x{{/percent}}",
        "{{^percent}}x{{/percent}}",
        "{{! note}}",
        "{{secret}}",
        "{{class.name}}",
        "{{percent",
        "percent}}",
        "{{PERCENT}}",
        "{{}}"
      })
  void everythingElseInBracesIsRefused(String body) {
    refused("Hi", body, "body");
  }

  @Test
  void aSubjectOfTwoLinesIsRefused() {
    refused("Hi\r\nBcc: all@example.org", "x", "subject");
  }

  @Test
  void aSubjectOf150CharactersIsAllowedAndOneOf151IsNot() {
    assertThatCode(() -> check("x".repeat(150), "x")).doesNotThrowAnyException();
    refused("x".repeat(151), "x", "subject");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "See <https://shop.example/?q=a|b>",
        "See [it](https://shop.example/50%off)",
        "See [it](https://shop.example/{{coupon}})",
        "See [it](http://shop.example)",
        "See [it](<www.shop.example>)",
        "[Write](mailto:a@shop.example) to us",
        "[Call](tel:+49221555010) us",
        "[See](javascript:alert(1))",
        "[See](//shop.example)",
        "Now\\![see](http://shop.example)"
      })
  void whatIsNoAddressIsNoLinkOfTheWords(String body) {
    refused("Hi", body, "body");
  }

  @Test
  void picturesDownloadsAndSecureAddressesAre() {
    var body = "![tea](picture:tea) [list](file:list) [it](https://shop.example/a_(b)) at http://x";
    assertThatCode(() -> check("Hi", body)).doesNotThrowAnyException();
  }

  @Test
  void aVariableThatMayBeMissingNeedsWords() {
    refused("Hi {{first_name}}", "x", "fallback.first_name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://shop.example",
        "javascript:alert(1)",
        "shop",
        "https:///x",
        "https://{{coupon}}"
      })
  void aButtonLeadsToHttpsOnly(String url) {
    assertThatThrownBy(() -> TemplateRules.check(template("Hi", "x", url)))
        .asInstanceOf(type(Refused.class))
        .returns("buttonUrl", Refused::field);
  }

  private static void refused(String subject, String body, String field) {
    assertThatThrownBy(() -> check(subject, body))
        .asInstanceOf(type(Refused.class))
        .returns(field, Refused::field);
  }

  private static void check(String subject, String body) {
    TemplateRules.check(template(subject, body, "https://shop.example/back"));
  }

  private static LetterTemplate template(String subject, String body, String url) {
    var fallbacks = Map.of("last_purchase_goods", "your goods");
    return new LetterTemplate(
        subject, "", "Dear {{first_name}},", "Good day,", body, "Go", url, "{{firm}}", fallbacks);
  }
}
