package dev.winback.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A named SQL file that stands beside the class that runs it: {@code Sql.of(Lapses.class,
 * "open.sql")}.
 */
public final class Sql {

  private Sql() {}

  /**
   * The text of the file in the owner's package; a missing file stops the program at start, when
   * constants load.
   */
  public static String of(Class<?> owner, String file) {
    try (var in = owner.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(owner.getPackageName() + "/" + file + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
