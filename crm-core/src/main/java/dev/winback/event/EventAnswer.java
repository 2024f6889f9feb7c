package dev.winback.event;

import dev.winback.shared.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the firm says to the four questions before it takes a change back (UND-27): its effect on
 * the customers it wants to keep, the alternatives, benefits they do not know, the competitors they
 * go to. {@code by} is nobody while it is being typed.
 */
public record EventAnswer(
    @Nullable String effect,
    @Nullable String alternatives,
    @Nullable String benefits,
    @Nullable String competitors,
    @Nullable String by) {

  public static final EventAnswer NONE = new EventAnswer("", "", "", "", null);

  private static final int LONGEST = 2_000;

  /** The same without spaces around it; refused where an answer is too long or all are empty. */
  EventAnswer checked() {
    var checked =
        new EventAnswer(
            words("effect", effect),
            words("alternatives", alternatives),
            words("benefits", benefits),
            words("competitors", competitors),
            null);
    if (checked.equals(NONE)) {
      throw Refused.field("effect", "event.refused.answer");
    }
    return checked;
  }

  private static String words(String question, @Nullable String words) {
    var said = words == null ? "" : words.strip();
    if (said.length() > LONGEST) {
      throw Refused.field(question, "event.refused.answer-long", LONGEST, said.length());
    }
    return said;
  }

  /** In the order of the questions. */
  public List<String> all() {
    return List.of(said(effect), said(alternatives), said(benefits), said(competitors));
  }

  private static String said(@Nullable String words) {
    return words == null ? "" : words;
  }
}
