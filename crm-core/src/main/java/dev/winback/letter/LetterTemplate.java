package dev.winback.letter;

import java.util.List;
import java.util.Map;

/**
 * What marketing writes: plain fields with {@code {{variables}}}, the body in a subset of Markdown,
 * words for variables that a customer may lack; an empty button URL means the firm's website. A
 * letter that asks for a reply and gets none counts as a sign (DET-04).
 */
public record LetterTemplate(
    String subject,
    String preheader,
    String greeting,
    String greetingFallback,
    String body,
    String buttonText,
    String buttonUrl,
    String signature,
    Map<String, String> fallbacks,
    boolean asksReply) {

  public LetterTemplate {
    fallbacks = Map.copyOf(fallbacks);
  }

  /** A letter that asks for no reply. */
  public LetterTemplate(
      String subject,
      String preheader,
      String greeting,
      String greetingFallback,
      String body,
      String buttonText,
      String buttonUrl,
      String signature,
      Map<String, String> fallbacks) {
    this(
        subject,
        preheader,
        greeting,
        greetingFallback,
        body,
        buttonText,
        buttonUrl,
        signature,
        fallbacks,
        false);
  }

  /** The same with a button that leads there, wherever the template's own would lead. */
  LetterTemplate leadingTo(String url) {
    return new LetterTemplate(
        subject,
        preheader,
        greeting,
        greetingFallback,
        body,
        buttonText,
        url,
        signature,
        fallbacks,
        asksReply);
  }

  /** The same frame around a member's own words, in which nothing is a variable. */
  LetterTemplate saying(String ownSubject, String ownBody) {
    return new LetterTemplate(
        plain(ownSubject),
        preheader,
        greeting,
        greetingFallback,
        plain(ownBody),
        buttonText,
        buttonUrl,
        signature,
        fallbacks,
        false);
  }

  private static String plain(String text) {
    return text.replace("{{", "{ {").replace("}}", "} }");
  }

  /** All texts in which variables may stand, by the name of their field. */
  List<Map.Entry<String, String>> texts() {
    return List.of(
        Map.entry("subject", subject),
        Map.entry("preheader", preheader),
        Map.entry("greeting", greeting),
        Map.entry("greetingFallback", greetingFallback),
        Map.entry("body", body),
        Map.entry("buttonText", buttonText),
        Map.entry("signature", signature));
  }
}
