package dev.winback.prompt;

/** Carts reminded of, or kept back to compare with, and how many were ordered within 14 days. */
public record CartEffect(boolean control, long carts, long ordered) {

  /** In percent. */
  public double share() {
    return carts == 0 ? 0 : 100.0 * ordered / carts;
  }
}
