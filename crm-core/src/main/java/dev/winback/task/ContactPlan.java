package dev.winback.task;

/**
 * The contacts of a loss: planned, made so far, and whether a step is open; used up without one
 * means that letters have taken over.
 */
public record ContactPlan(int planned, int made, boolean stepOpen) {

  public int left() {
    return Math.max(0, planned - made);
  }

  /** The telephone has had its turn. */
  public boolean lettersTookOver() {
    return left() == 0 && !stepOpen;
  }
}
