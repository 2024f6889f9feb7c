package dev.winback.letter;

import dev.winback.shared.Refused;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a template may contain: known variables in plain double braces and nothing else that a
 * template engine could act on (letters.md, "Templates").
 */
final class TemplateRules {

  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_SUBJECT = 150;
  private static final int LONGEST_BODY = 10_000;

  private TemplateRules() {}

  static void check(LetterTemplate template) {
    present("subject", template.subject());
    present("greeting", template.greeting());
    present("greetingFallback", template.greetingFallback());
    present("body", template.body());
    present("buttonText", template.buttonText());
    lengths(template);
    template.texts().forEach(text -> variables(text.getKey(), text.getValue()));
    fallbacks(template);
    address(template.buttonUrl());
    addresses(template.body());
    FilesInWords.check(template.body());
    if (!Variable.namesIn(template.greetingFallback()).isEmpty()) {
      throw Refused.field("greetingFallback", "letter.refused.fallback-variable");
    }
  }

  /** The same of one rung: who is asked something is not offered anything. */
  static void check(int rung, LetterTemplate template) {
    check(template);
    if (!PromptKind.mayOffer(rung)) {
      checkNoOffer(template);
    }
  }

  private static void checkNoOffer(LetterTemplate template) {
    for (var text : template.texts()) {
      Variable.namesIn(text.getValue()).stream()
          .filter(name -> Variable.ofCode(name).orElseThrow().ofOffer())
          .findFirst()
          .ifPresent(
              name -> {
                throw Refused.field(text.getKey(), "letter.refused.offer", name);
              });
    }
  }

  private static void present(String field, String text) {
    if (text.isBlank()) {
      throw Refused.field(field, "letter.refused.empty");
    }
  }

  /** What no letter may be longer than: asked before anybody reads what was typed. */
  static void lengths(LetterTemplate template) {
    line("subject", template.subject(), LONGEST_SUBJECT);
    line("preheader", template.preheader(), LONGEST_LINE);
    line("greeting", template.greeting(), LONGEST_LINE);
    line("greetingFallback", template.greetingFallback(), LONGEST_LINE);
    line("buttonText", template.buttonText(), LONGEST_LINE);
    notLonger("body", template.body(), LONGEST_BODY);
    notLonger("signature", template.signature(), LONGEST_LINE * 5);
  }

  /** One line: a line break in a subject would be a second header. */
  private static void line(String field, String text, int longest) {
    notLonger(field, text, longest);
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw Refused.field(field, "letter.refused.control-character");
    }
  }

  private static void notLonger(String field, String text, int longest) {
    int length = text.codePointCount(0, text.length());
    if (length > longest) {
      throw Refused.field(field, "letter.refused.too-long", length, longest);
    }
  }

  private static void variables(String field, String text) {
    for (var tag : new String[] {"{{{", "{{&", "{{=", "{{>", "{{#", "{{^", "{{/", "{{!"}) {
      if (text.replaceAll("\\{\\{\\s+", "{{").contains(tag)) {
        throw Refused.field(field, "letter.refused.tag", tag);
      }
    }
    for (var name : Variable.namesIn(text)) {
      if (Variable.ofCode(name).isEmpty()) {
        throw Refused.field(field, "letter.refused.unknown-variable", name, allowed());
      }
    }
    var rest = Variable.withoutTags(text);
    if (rest.contains("{{") || rest.contains("}}")) {
      throw Refused.field(field, "letter.refused.braces", allowed());
    }
  }

  private static String allowed() {
    return Arrays.stream(Variable.values()).map(Variable::code).collect(Collectors.joining(", "));
  }

  /** Every variable that a customer may lack needs words; the greeting has its own. */
  private static void fallbacks(LetterTemplate template) {
    template.fallbacks().forEach(TemplateRules::fallback);
    for (var text : template.texts()) {
      for (var name : Variable.namesIn(text.getValue())) {
        boolean missing = template.fallbacks().getOrDefault(name, "").isBlank();
        boolean needed = Variable.ofCode(name).orElseThrow().mayBeMissing();
        if (needed && missing && !text.getKey().equals("greeting")) {
          throw Refused.field("fallback." + name, "letter.refused.fallback-missing", name);
        }
      }
    }
  }

  private static void fallback(String name, String words) {
    var field = "fallback." + name;
    if (Variable.ofCode(name).isEmpty()) {
      throw Refused.field(field, "letter.refused.unknown-variable", name, allowed());
    }
    line(field, words, LONGEST_LINE);
    if (words.contains("{{") || words.contains("}}")) {
      throw Refused.field(field, "letter.refused.fallback-variable");
    }
  }

  /** The target of the button is chosen as a whole: no variable may stand in an address. */
  private static void address(String url) {
    if (url.isEmpty()) {
      return;
    }
    try {
      var target = URI.create(url);
      if ("https".equals(target.getScheme()) && target.getHost() != null) {
        return;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // falls through to the refusal
    }
    throw Refused.field("buttonUrl", "letter.refused.url", url);
  }

  /**
   * What is none leads nowhere when it is followed by way of us, and of what is not https:// the
   * words alone would leave.
   */
  private static void addresses(String body) {
    Stream.concat(
            TemplateLinks.leftOut(body),
            TemplateLinks.inWords(body).filter(url -> !TemplateLinks.isAddress(url)))
        .findFirst()
        .ifPresent(
            url -> {
              throw Refused.field("body", "letter.refused.url", url);
            });
  }
}
