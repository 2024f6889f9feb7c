package dev.winback.script;

import dev.winback.shared.Refused;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names in braces that a script may use, and nothing else: no logic, no other names. Words
 * behind a bar stand in where nothing is known: {@code {last goods|your last order}}.
 */
public final class Blanks {

  /** All there are. */
  public static final Set<String> NAMES =
      new TreeSet<>(Set.of("first name", "name", "company", "firm", "rep", "days", "last goods"));

  private static final Pattern BLANK = Pattern.compile("\\{([^{}|]*)(?:\\|([^{}]*))?\\}");

  private Blanks() {}

  /** Refused, with the names there are, when a text asks for something else. */
  static void require(String field, String text) {
    var blank = BLANK.matcher(text);
    while (blank.find()) {
      if (!NAMES.contains(name(blank))) {
        throw Refused.field(field, "script.refused.blank-name", blank.group(1), known());
      }
    }
    if (BLANK.matcher(text).replaceAll("").matches("(?s).*[{}].*")) {
      throw Refused.field(field, "script.refused.brace");
    }
  }

  private static String name(Matcher blank) {
    return blank.group(1).strip();
  }

  private static String known() {
    return String.join(", ", NAMES.stream().map(name -> "{" + name + "}").toList());
  }

  /** What is unknown becomes the words behind the bar, else an ellipsis. */
  static String fill(String text, Map<String, String> values) {
    return BLANK
        .matcher(text)
        .replaceAll(
            found -> {
              var value = values.getOrDefault(found.group(1).strip(), "");
              var other = found.group(2) == null ? "…" : found.group(2);
              return Matcher.quoteReplacement(value.isBlank() ? other : value);
            });
  }
}
