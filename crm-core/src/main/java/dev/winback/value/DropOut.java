package dev.winback.value;

/** When a customer may leave for good: the switch d of science.md, "Formulas". */
enum DropOut {
  /** BG: after a repeat purchase only, so that every one-time buyer counts as alive (d = 0). */
  AFTER_REPEATS(0),
  /** MBG: after the first purchase too (d = 1). */
  AFTER_EVERY(1);

  private final int d;

  DropOut(int d) {
    this.d = d;
  }

  int d() {
    return d;
  }
}
