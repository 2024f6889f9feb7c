package dev.winback.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A disk that is full is told by its name, and not as a fault of the file or of the program. */
final class NoRoom {

  static final String FOLDER = "no-room";
  static final String DATABASE = "no-room-database";

  /** PostgreSQL's disk_full. */
  private static final String FULL = "53100";

  private static final long LEAST = 1_000_000;

  private NoRoom() {}

  /** By what the system says, and by the room that is left where it says so in another language. */
  static boolean in(Path folder, IOException e) {
    var told = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return told.contains("no space left")
        || told.contains("quota exceeded")
        || free(folder) < LEAST;
  }

  /** The folder, and the megabytes that are free on its disk. */
  static List<Object> figures(Path folder) {
    return List.of(folder.toAbsolutePath().normalize().toString(), free(folder) / LEAST);
  }

  private static long free(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      // nothing is known of this disk, so nothing is said of it
      return Long.MAX_VALUE;
    }
  }

  static boolean inDatabase(@Nullable Throwable e) {
    for (var cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && FULL.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
