package dev.winback.lapse;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who had a loss, or why nobody had it, with the reason for an exception and who works on it with
 * him: written into the step that changes it, and put back when that is undone.
 */
record Holding(
    @Nullable Long was,
    @Nullable String queued,
    @Nullable String override,
    @Nullable Long together) {

  /** Nobody has it, and no person has said that nobody is to have it. */
  boolean waits() {
    return was == null && (queued == null || !Assignments.BY_HAND.contains(queued));
  }

  /** The same beside what the step says of itself; 0 is nobody. */
  Map<String, ?> in(Map<String, ?> detail) {
    var all = new HashMap<String, Object>(detail);
    all.put("was", was == null ? 0 : was);
    put(all, "was_queued", queued);
    put(all, "was_override", override);
    put(all, "was_together", together);
    return all;
  }

  private static void put(Map<String, Object> all, String key, @Nullable Object value) {
    if (value != null) {
      all.put(key, value);
    }
  }
}
