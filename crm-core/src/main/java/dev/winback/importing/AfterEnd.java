package dev.winback.importing;

import dev.winback.shared.Stages.Overtaken;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

/** The time of a fact is after the end that is stored for it. */
final class AfterEnd {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private AfterEnd() {}

  /** Names both, and the column of the end. */
  static BadCell of(ImportType type, String time, Overtaken line, ZoneId zone) {
    var stored = Objects.requireNonNull(line.storedAt());
    var end = type == ImportType.REQUESTS ? "answered_at" : "resolved_at";
    return new BadCell("time", "after-end", Values.shown(time), written(stored, zone), end);
  }

  /** A day alone begins at midnight. */
  private static String written(Instant moment, ZoneId zone) {
    var local = moment.atZone(zone);
    return local.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? local.toLocalDate().toString()
        : MOMENT.format(local);
  }
}
