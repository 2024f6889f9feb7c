package dev.winback.web.today;

import org.jspecify.annotations.Nullable;

/**
 * A saved view that is worked through, and behind which row of it: {@code 7}, or {@code 7.cursor}
 * in a later part of a long one.
 */
public record ViewPlace(long id, @Nullable String after) {

  /** As an address says it; null for none. */
  public static @Nullable ViewPlace valueOf(String said) {
    int dot = said.indexOf('.');
    if (said.isBlank()) {
      return null;
    }
    return dot < 0
        ? new ViewPlace(Long.parseLong(said.strip()), null)
        : new ViewPlace(Long.parseLong(said.substring(0, dot)), said.substring(dot + 1));
  }

  ViewPlace behind(String row) {
    return new ViewPlace(id, row);
  }

  @Override
  public String toString() {
    return after == null ? Long.toString(id) : id + "." + after;
  }
}
