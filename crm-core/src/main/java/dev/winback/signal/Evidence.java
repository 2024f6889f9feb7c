package dev.winback.signal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a signal holds: since when, from which day on it means a lost customer (null: it is a reason
 * to watch, and no loss by itself), and figures that stay the same while it holds.
 */
record Evidence(
    SignalKind kind, LocalDate since, @Nullable LocalDate lostFrom, Map<String, Object> figures) {

  /** A reason to watch. */
  static Evidence weak(SignalKind kind, LocalDate since, Map<String, Object> figures) {
    return new Evidence(kind, since, null, figures);
  }

  /** The same with one more figure. */
  Evidence with(String name, Object figure) {
    var more = new LinkedHashMap<>(figures);
    more.put(name, figure);
    return new Evidence(kind, since, lostFrom, more);
  }

  /** The same from this day on at the earliest. */
  Evidence notBefore(LocalDate day) {
    return new Evidence(
        kind, later(since, day), lostFrom == null ? null : later(lostFrom, day), figures);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
