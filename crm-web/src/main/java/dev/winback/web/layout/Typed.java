package dev.winback.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * What was typed into a form that was refused, to be corrected and sent again: texts and the wrong
 * field are shown, all else goes along as it is.
 */
public record Typed(String action, List<Field> fields) {

  /** One value of the form. */
  public record Field(String name, String value, boolean shown, boolean wrong) {}

  /** Keys of forms and numbers of records have no spaces and are not long; words are. */
  private static final int WORD = 40;

  /** Null where no form was sent, or one with a secret in it, which is never repeated. */
  static @Nullable Typed of(HttpServletRequest ask, @Nullable String wrong) {
    var type = ask.getContentType();
    boolean form = type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    if (!form || ask.getParameterMap().keySet().stream().anyMatch(Typed::secret)) {
      return null;
    }
    var fields =
        ask.getParameterMap().entrySet().stream()
            .filter(sent -> !sent.getKey().startsWith("_"))
            .flatMap(sent -> fields(sent, wrong))
            .toList();
    return fields.stream().noneMatch(Field::shown) ? null : new Typed(ask.getRequestURI(), fields);
  }

  private static boolean secret(String name) {
    var word = name.toLowerCase(Locale.ROOT);
    return word.contains("password") || word.contains("secret");
  }

  private static Stream<Field> fields(Map.Entry<String, String[]> sent, @Nullable String wrong) {
    boolean isWrong = sent.getKey().equals(wrong);
    return Arrays.stream(sent.getValue())
        .map(text -> new Field(sent.getKey(), text, isWrong || words(text), isWrong));
  }

  private static boolean words(String text) {
    return text.strip().contains(" ") || text.length() > WORD;
  }
}
