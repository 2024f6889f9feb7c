package dev.winback.web.letter;

import dev.winback.letter.LetterTemplate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The letter's form as it was sent: fields by name, fallbacks as {@code fallback.<variable>}. */
final class TemplateForm {

  private static final String FALLBACK = "fallback.";

  private TemplateForm() {}

  static LetterTemplate template(Map<String, String> form) {
    return new LetterTemplate(
        line(form, "subject"),
        line(form, "preheader"),
        line(form, "greeting"),
        line(form, "greetingFallback"),
        lines(form, "body"),
        line(form, "buttonText"),
        line(form, "buttonUrl"),
        lines(form, "signature"),
        fallbacks(form),
        form.containsKey("asksReply"));
  }

  /** Of which language the words are; null: everybody's. */
  static @Nullable String language(Map<String, String> form) {
    var code = line(form, "language");
    return code.isEmpty() ? null : code;
  }

  /** The version of the words that the form was opened with. */
  static @Nullable Long seen(Map<String, String> form) {
    var id = line(form, "seen");
    return id.matches("\\d{1,18}") ? Long.valueOf(id) : null;
  }

  private static Map<String, String> fallbacks(Map<String, String> form) {
    var fallbacks = new HashMap<String, String>();
    form.forEach(
        (name, words) -> {
          if (name.startsWith(FALLBACK) && !words.isBlank()) {
            fallbacks.put(name.substring(FALLBACK.length()), words.strip());
          }
        });
    return fallbacks;
  }

  private static String line(Map<String, String> form, String name) {
    return form.getOrDefault(name, "").strip();
  }

  /** Browsers send line ends as CR LF. */
  private static String lines(Map<String, String> form, String name) {
    return line(form, name).replace("\r\n", "\n");
  }
}
