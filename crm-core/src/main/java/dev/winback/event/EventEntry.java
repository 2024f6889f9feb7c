package dev.winback.event;

import dev.winback.shared.DayText;
import dev.winback.shared.Refused;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A business event as a person types it. */
public record EventEntry(@Nullable String day, @Nullable String kind, @Nullable String title) {

  public static final EventEntry EMPTY = new EventEntry(null, null, null);

  private static final int LONGEST = 120;

  LocalDate on() {
    return DayText.required("day", day);
  }

  EventKind type() {
    return EventKind.ofCode(kind == null ? "" : kind);
  }

  String words() {
    var words = title == null ? "" : title.strip().replaceAll("\\s+", " ");
    if (words.isEmpty() || words.length() > LONGEST) {
      throw Refused.field("title", "event.refused.title", LONGEST);
    }
    return words;
  }
}
