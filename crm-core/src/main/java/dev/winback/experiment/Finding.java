package dev.winback.experiment;

import org.jspecify.annotations.Nullable;

/**
 * What an experiment says: what the last look saw, null before the first one, with the difference
 * of the shares in an interval as wide as four looks need; and about how many more it takes until
 * the next look, 0 when settled.
 */
public record Finding(
    Verdict verdict, int look, @Nullable Step seen, @Nullable Interval difference, long more) {

  /** Treated above control at the last look, from -1 to 1; 0 before it. */
  public double above() {
    return seen == null ? 0 : seen.treated().above(seen.control());
  }

  public boolean early() {
    return verdict == Verdict.TOO_EARLY || verdict == Verdict.GOES_ON;
  }
}
