package dev.winback.signal;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long a customer may be silent before he counts as late, and as lost. */
interface Patience {

  /** Null where this customer has no rhythm that it could judge. */
  @Nullable Verdict of(History history);

  /**
   * The first late and the first lost day, and on what this rests: figures that stay the same until
   * the next purchase.
   */
  record Verdict(LocalDate late, LocalDate lost, Map<String, Object> figures) {}
}
