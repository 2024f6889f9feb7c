package dev.winback.importing;

/** How one file writes: separator of columns, decimal sign, order of dates with slashes. */
record Notation(char separator, char decimal, boolean monthFirst) {

  /** What the API speaks. */
  static final Notation OURS = new Notation(',', '.', false);

  String dateExample() {
    return monthFirst ? "2026-02-28, 02/28/2026" : "2026-02-28, 28.02.2026, 28/02/2026";
  }
}
