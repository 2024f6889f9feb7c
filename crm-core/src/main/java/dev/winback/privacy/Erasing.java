package dev.winback.privacy;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of erasures: a number of an erased person with the end of that day, or a
 * mailbox that gets no letter any more, or may again. Numbers and addresses are hashes.
 */
record Erasing(Kind kind, OffsetDateTime at, String reason, String hash) {

  private static final Pattern LINE =
      Pattern.compile("(erased|stopped|lifted) (\\S+) ([a-z_]+) ([0-9a-f]{64})");

  enum Kind {
    ERASED,
    STOPPED,
    LIFTED
  }

  /** Null for a line that is none. */
  static @Nullable Erasing of(String line) {
    var told = LINE.matcher(line);
    try {
      return told.matches()
          ? new Erasing(
              Kind.valueOf(told.group(1).toUpperCase(Locale.ROOT)),
              OffsetDateTime.parse(told.group(2)),
              told.group(3),
              told.group(4))
          : null;
    } catch (DateTimeParseException damaged) {
      return null;
    }
  }

  /** The beginning of a line, to which only its rest is missing. */
  static boolean isCutOff(String line) {
    var told = LINE.matcher(line);
    return !line.isEmpty() && !told.matches() && told.hitEnd();
  }

  String line() {
    return kind.name().toLowerCase(Locale.ROOT) + " " + at + " " + reason + " " + hash;
  }
}
