package dev.winback.why;

import dev.winback.shared.Refused;
import org.jspecify.annotations.Nullable;

/** What a person says he has looked at: the purchases, what our people say, the complaints. */
public record Looked(boolean purchases, boolean staff, boolean complaints, @Nullable String note) {

  /** All of it, by one click. */
  public static final Looked ALL = new Looked(true, true, true, null);

  private static final int LONGEST = 2_000;

  /** Somebody has looked at something, and says no more of it than fits. */
  void require() {
    if (!purchases && !staff && !complaints) {
      throw Refused.field("purchases", "why.refused.looked");
    }
    if (note != null && note.length() > LONGEST) {
      throw Refused.field("note", "why.refused.too-long", LONGEST, note.length());
    }
  }
}
