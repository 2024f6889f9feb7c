package dev.winback.experiment;

import org.jspecify.annotations.Nullable;

/**
 * What an experiment says: everybody whose time is over until today; what the last look saw, null
 * before the first one, with the difference of the shares and of the money a head in intervals as
 * wide as four looks need; and about how many more it takes until the next look, 0 when settled.
 */
public record Finding(
    Verdict verdict,
    Step now,
    int look,
    @Nullable Step seen,
    @Nullable Interval difference,
    @Nullable Interval money,
    long more) {

  /** Treated above control at the last look, from -1 to 1; 0 before it. */
  public double above() {
    return seen == null ? 0 : seen.treated().above(seen.control());
  }

  /** Money of a treated head above a control head at the last look; 0 before it. */
  public double moneyAbove() {
    return seen == null ? 0 : seen.treatedMoney().mean() - seen.controlMoney().mean();
  }

  public boolean early() {
    return verdict == Verdict.TOO_EARLY || verdict == Verdict.GOES_ON;
  }
}
