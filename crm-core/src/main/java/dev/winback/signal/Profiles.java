package dev.winback.signal;

import java.util.Map;

/** The limits of each kind of customer; who has no limits of his own kind has the general ones. */
record Profiles(Map<String, Limits> byKind) {

  /** The kind of everybody who has no other. */
  static final String GENERAL = "";

  static final Profiles DEFAULT = new Profiles(Map.of(GENERAL, Limits.DEFAULT));

  Limits of(String kind) {
    var own = byKind.get(kind);
    return own != null ? own : byKind.getOrDefault(GENERAL, Limits.DEFAULT);
  }

  /** The same with other limits for one kind. */
  Profiles with(String kind, Limits limits) {
    var other = new java.util.HashMap<>(byKind);
    other.put(kind, limits);
    return new Profiles(Map.copyOf(other));
  }
}
