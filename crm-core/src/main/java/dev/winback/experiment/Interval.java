package dev.winback.experiment;

/** From where to where a figure may lie, in the unit of the figure. */
public record Interval(double low, double high) {

  /** Nothing in it is zero or less. */
  public boolean above() {
    return low > 0;
  }

  /** Nothing in it is zero or more. */
  public boolean below() {
    return high < 0;
  }
}
