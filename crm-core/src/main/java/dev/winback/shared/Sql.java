package dev.winback.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A named SQL file that stands beside the class that runs it: {@code Sql.of(Lapses.class,
 * "open.sql")}.
 */
public final class Sql {

  /** What many files say and one tells: {@code /*open stages*}{@code /} stands for its text. */
  private static final Map<String, String> PIECES = pieces();

  private Sql() {}

  /**
   * The text of the file in the owner's package; a missing file stops the program at start, when
   * constants load.
   */
  public static String of(Class<?> owner, String file) {
    var sql = read(owner, file);
    for (var piece : PIECES.entrySet()) {
      sql = sql.replace(piece.getKey(), piece.getValue());
    }
    return sql;
  }

  /** The stages, and each rung by its name: {@code /*rung FAREWELL*}{@code /}. */
  private static Map<String, String> pieces() {
    var pieces = new HashMap<String, String>();
    pieces.put("/*open stages*/", read(Sql.class, "open-stages.sql").strip());
    pieces.put("/*won stages*/", read(Sql.class, "won-stages.sql").strip());
    read(Sql.class, "rungs.properties")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("="))
        .forEach(rung -> pieces.put("/*rung " + rung[0] + "*/", rung[1]));
    return Map.copyOf(pieces);
  }

  private static String read(Class<?> owner, String file) {
    try (var in = owner.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(owner.getPackageName() + "/" + file + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The form of an array parameter of numbers or of our own codes: one statement for any number.
   */
  public static String array(Collection<?> values) {
    return array(values, value -> value);
  }

  /** The same of one part of each. */
  public static <T> String array(Collection<T> values, Function<T, ?> part) {
    return values.stream()
        .map(value -> String.valueOf(part.apply(value)))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
