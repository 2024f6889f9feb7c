package dev.winback.inbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which arrivals a list shows; null means all. */
public record ArrivalFilter(@Nullable String state, @Nullable String kind) {

  public static final List<String> STATES = List.of("unmatched", "done", "ignored", "dismissed");

  /** From the words of a URL; what is no word of ours asks for nothing. */
  public static ArrivalFilter of(@Nullable String state, @Nullable String kind) {
    var kinds = List.of(ArrivalKind.values()).stream().map(ArrivalKind::code).toList();
    return new ArrivalFilter(one(state, STATES), one(kind, kinds));
  }

  private static @Nullable String one(@Nullable String word, List<String> words) {
    return word != null && words.contains(word) ? word : null;
  }

  Map<String, Object> params() {
    var params = new HashMap<String, Object>();
    params.put("state", state);
    params.put("kind", kind);
    return params;
  }
}
