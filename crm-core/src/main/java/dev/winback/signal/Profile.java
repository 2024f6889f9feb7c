package dev.winback.signal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of customer with its limits ({@code own}: not the general ones), and what the data say:
 * customers, those who bought on several days, the median of their mean gaps in days, and the
 * classes of silence that would fit; null where too few are known.
 */
public record Profile(
    String kind,
    Limits limits,
    boolean own,
    long customers,
    long repeaters,
    @Nullable Integer medianGap,
    @Nullable List<Integer> proposed) {

  /** The data speak for other classes than those that hold. */
  public boolean proposes() {
    return proposed != null && !proposed.equals(limits.classes());
  }
}
