package dev.winback.web.team;

import dev.winback.team.PinNote;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A manager's word on a call in the names of the API, with how soon it came. */
record WordJson(
    String id,
    String lapse,
    String ref,
    String rep,
    String author,
    @Nullable String positive,
    @Nullable String interesting,
    @Nullable String negative,
    Instant writtenAt,
    long minutesAfter) {

  static WordJson of(PinNote note) {
    return new WordJson(
        Long.toString(note.id()),
        Long.toString(note.lapse()),
        note.ref(),
        note.rep(),
        note.author(),
        note.positive(),
        note.interesting(),
        note.negative(),
        note.writtenAt(),
        note.delay().toMinutes());
  }
}
