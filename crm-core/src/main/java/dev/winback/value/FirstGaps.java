package dev.winback.value;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The first gap of all customers, and apart of each kind of customer that has 200 (science.md,
 * "When is a customer lost?").
 */
record FirstGaps(FirstGap all, Map<String, FirstGap> byKind) {

  static final int ENOUGH = 200;

  FirstGap of(@Nullable String kind) {
    return kind == null ? all : byKind.getOrDefault(kind, all);
  }

  /** Collects who came back when. */
  static final class Count {

    private final KaplanMeier all = new KaplanMeier();
    private final Map<String, KaplanMeier> byKind = new TreeMap<>();

    /** {@code gap} is 0 for who has not come back yet. */
    void add(@Nullable String kind, int gap, int silent) {
      add(all, gap, silent);
      if (kind != null) {
        add(byKind.computeIfAbsent(kind, k -> new KaplanMeier()), gap, silent);
      }
    }

    private static void add(KaplanMeier seen, int gap, int silent) {
      if (gap > 0) {
        seen.returned(gap);
      } else {
        seen.silent(silent);
      }
    }

    @Nullable FirstGaps result() {
      var common = FirstGap.of(all).orElse(null);
      if (common == null) {
        return null;
      }
      var kinds = new TreeMap<String, FirstGap>();
      byKind.forEach(
          (kind, seen) -> {
            if (seen.customers() >= ENOUGH) {
              FirstGap.of(seen).ifPresent(gap -> kinds.put(kind, gap));
            }
          });
      return new FirstGaps(common, kinds);
    }
  }
}
