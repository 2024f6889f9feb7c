package dev.winback.script;

import dev.winback.shared.Refused;
import org.jspecify.annotations.Nullable;

/** A text as a person types it; {@code reason} is asked of new ones alone. */
public record ScriptTextEntry(
    @Nullable String title, @Nullable String words, @Nullable String reason) {

  public static final ScriptTextEntry EMPTY = new ScriptTextEntry(null, null, null);

  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST = 2_000;

  String heading() {
    var text = title == null ? "" : title.strip().replaceAll("\\s+", " ");
    if (text.isEmpty() || text.length() > LONGEST_TITLE) {
      throw Refused.field("title", "script.refused.title", LONGEST_TITLE);
    }
    return text;
  }

  /** Refused where a name in braces is none that can be filled in. */
  String text() {
    var text = words == null ? "" : words.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      throw Refused.field("words", "script.refused.words", LONGEST, text.length());
    }
    Blank.requireKnown(text);
    return text;
  }

  @Nullable String of() {
    return reason == null || reason.isBlank() ? null : reason.strip();
  }
}
