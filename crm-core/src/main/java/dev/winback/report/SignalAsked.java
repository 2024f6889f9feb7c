package dev.winback.report;

import dev.winback.signal.SignalKind;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a list that its customers have a signal, over its row: whatever has the bit of
 * the kind. The kind is a word of ours and stands in the statement itself, so that its values are
 * known when a plan is made.
 */
final class SignalAsked {

  /** What many have is compared in the order of all, what few have in an order of these few. */
  static final Set<SignalKind> COMMON =
      EnumSet.of(
          SignalKind.SILENT,
          SignalKind.LATE,
          SignalKind.MAX_GAP,
          SignalKind.ENDED,
          SignalKind.STALE_CONTACT);

  private SignalAsked() {}

  /** The statement over a row with the condition in the place that is kept for it. */
  static String in(String sql, Map<String, ? extends @Nullable Object> params, String row) {
    return params.get("signal") instanceof String code
        ? sql.replace("/*signal*/", condition(SignalKind.ofCode(code), row))
        : sql;
  }

  private static String condition(SignalKind kind, String row) {
    var signs = COMMON.contains(kind) ? "common_signs" : "rare_signs";
    return "%1$s.%2$s = any (%2$s_with('%3$s'))".formatted(row, signs, kind.code());
  }
}
