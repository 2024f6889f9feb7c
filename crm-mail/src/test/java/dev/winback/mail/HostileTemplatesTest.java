package dev.winback.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.letter.LetterContent;
import dev.winback.letter.LetterTemplate;
import dev.winback.letter.RenderedLetter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * hold.md T48: payloads for other template engines in every customer's value and in every text of a
 * letter are text, or the letter is refused; nothing is reckoned, called or read.
 */
class HostileTemplatesTest {

  private static final LetterContent.Firm FIRM =
      new LetterContent.Firm(
          "Firm", "Street 1, Town", "+49 30 1", "hello@shop.example", "https://shop.example");

  private final LetterRenderer renderer = new LetterRenderer();

  /** Each would leave 1787569 (1337 × 1337) or a secret behind where it is understood. */
  static List<String> payloads() {
    return List.of(
        "${1337*1337}",
        "#{1337*1337}",
        "*{1337*1337}",
        "@{1337*1337}",
        "~{1337*1337}",
        "%{1337*1337}",
        "$${1337*1337}",
        "$!{1337*1337}",
        "[[${1337*1337}]]",
        "[(${1337*1337})]",
        "__${1337*1337}__::.x",
        "{{1337*1337}}",
        "{{ 1337 * 1337 }}",
        "{{=1337*1337}}",
        "{{{1337*1337}}}",
        "{{&percent}}",
        "{%if 1%}1787569{%endif%}",
        "{%import os%}",
        "<%= 1337*1337 %>",
        "<%- 1337*1337 %>",
        "<#assign x=1337*1337>${x}",
        "#set($x=1337*1337)$x",
        "#foreach($i in [1..9])$i#end",
        "${T(java.lang.Runtime).getRuntime().exec('id')}",
        "${new java.util.Scanner(T(java.lang.Runtime).getRuntime().exec('id').getInputStream()).next()}",
        "{{T(java.lang.System).getenv()}}",
        "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
        "{{''.__class__.__mro__[1].__subclasses__()}}",
        "{{config.items()}}",
        "{{self._TemplateReference__context}}",
        "{{request.application.__globals__}}",
        "{{_self.env.registerUndefinedFilterCallback('exec')}}",
        "{{['id']|filter('system')}}",
        "{{constructor.constructor('return process')()}}",
        "{{#with \"s\" as |string|}}x{{/with}}",
        "{{lookup this 'constructor'}}",
        "{{this}}",
        "{{.}}",
        "{{..}}",
        "{{this.class.name}}",
        "{{percent.class}}",
        "{{percent.bytes}}",
        "{{>words.properties}}",
        "{{> /etc/passwd}}",
        "{{!comment}}",
        "{{/percent}}",
        "{{^percent}}x{{/percent}}",
        "{{#percent}}{{#percent}}{{#percent}}x{{/percent}}{{/percent}}{{/percent}}",
        "{{= <% %> =}}<%percent%>",
        "{{ printf \"%s\" .Secret }}",
        "{{ .System.Exec \"id\" }}",
        "{{ env \"PATH\" }}",
        "{{template \"x\"}}",
        "{{define \"x\"}}1787569{{end}}",
        "@(1337*1337)",
        "@Model.Secret",
        "<th:block th:text=\"${1337*1337}\"></th:block>",
        "th:text=\"${1337*1337}\"",
        "<!--#exec cmd=\"id\" -->",
        "<?php echo 1337*1337; ?>",
        "#{ 1337 * 1337 }",
        "#{T(java.lang.Math).random()}",
        "${{1337*1337}}",
        "{{7*'7'}}",
        "{php}echo 1337*1337;{/php}",
        "{1337*1337}",
        "{$smarty.version}",
        "{{include('/etc/passwd')}}",
        "[[body]]",
        "[[unsubscribe_url]]",
        "\uE0000\uE001",
        "\uE00099\uE001",
        "{{percent\u0000}}",
        "{ {percent} }",
        "{{percent}}{{coupon}}",
        "\\{{percent}}",
        "{{\npercent\n}}",
        "{{firm_name}}",
        "{{unsubscribe_url}}");
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void inAValueItIsText(String payload) {
    for (var each : dev.winback.letter.Variable.values()) {
      var variable = each.code();
      var letter =
          rendered(
                  "Hello {{" + variable + "}}",
                  "Dear {{" + variable + "}},",
                  Map.of(variable, payload))
              .orElseThrow();
      unharmed(letter, payload);
      assertThat(letter.subject()).isEqualTo("Hello " + shown(payload));
    }
  }

  /** One line, without the program's own marks. */
  private static String shown(String payload) {
    return payload.replaceAll("\\p{Cc}+", " ").strip();
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void inATextOfTheLetterItIsTextOrRefused(String payload) {
    rendered(payload, "Dear,", Map.of()).ifPresent(letter -> unharmed(letter, payload));
    rendered("Hello", payload, Map.of()).ifPresent(letter -> unharmed(letter, payload));
  }

  private static void unharmed(RenderedLetter letter, String payload) {
    for (var part : List.of(letter.subject(), letter.html(), letter.text())) {
      if (!payload.contains("1787569")) {
        assertThat(part).doesNotContain("1787569");
      }
      for (var leak :
          List.of("uid=", "root:", "java.util", "java.lang.String", "unsubscribe=Stop")) {
        assertThat(payload.contains(leak) || !part.contains(leak)).as(leak).isTrue();
      }
    }
    assertThat(letter.html()).doesNotContain("<th:block", "<?php", "<!--#exec", "<#assign", "<%=");
    assertThat(letter.html()).contains("http://localhost:8080/u/TOKEN");
  }

  private Optional<RenderedLetter> rendered(
      String subject, String greeting, Map<String, String> more) {
    var values = new java.util.HashMap<String, String>();
    for (var variable : dev.winback.letter.Variable.values()) {
      values.put(variable.code(), "v");
    }
    values.putAll(more);
    var template =
        new LetterTemplate(
            subject,
            "",
            greeting,
            "Good day",
            "Body " + greeting,
            "Go",
            "",
            "{{responsible}}",
            Map.of());
    try {
      return Optional.of(
          renderer.render(
              new LetterContent(
                  0, template, greeting, values, FIRM, "http://localhost:8080/u/TOKEN")));
    } catch (IllegalArgumentException | com.samskivert.mustache.MustacheException refused) {
      return Optional.empty();
    }
  }
}
