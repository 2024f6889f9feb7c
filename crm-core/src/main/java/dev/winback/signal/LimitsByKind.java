package dev.winback.signal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The limits of each kind of customer; who has no limits of his own kind has the general ones. */
record LimitsByKind(Map<String, Limits> byKind) {

  /** The kind of everybody who has no other. */
  static final String GENERAL = "";

  static final LimitsByKind DEFAULT = new LimitsByKind(Map.of(GENERAL, Limits.DEFAULT));

  Limits of(String kind) {
    var own = byKind.get(kind);
    return own != null ? own : byKind.getOrDefault(GENERAL, Limits.DEFAULT);
  }

  /** The classes of silence of all kinds together, ascending. */
  List<Integer> classes() {
    return Stream.concat(Stream.of(of(GENERAL)), byKind.values().stream())
        .flatMap(limits -> limits.classes().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** Whether the kind has limits of its own. */
  boolean own(String kind) {
    return byKind.containsKey(kind);
  }

  /** The same with other limits for one kind. */
  LimitsByKind with(String kind, Limits limits) {
    var other = new java.util.HashMap<>(byKind);
    other.put(kind, limits);
    return new LimitsByKind(Map.copyOf(other));
  }
}
