package dev.winback.web.layout;

import dev.winback.shared.Refused;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What was sent where a day, a number or a word of ours belongs. */
public final class Unread {

  private static final int SHOWN = 60;

  private Unread() {}

  /** Days are explained as everywhere ({@code refused.day}). */
  public static Refused of(String field, @Nullable Class<?> type, @Nullable Object value) {
    var text = value == null ? "" : value.toString();
    var shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    return type == LocalDate.class
        ? Refused.field(field, "refused.day", shown)
        : Refused.field(field, "api.wrong-value", field, shown);
  }
}
