package dev.winback.importing;

/** Rows of a file whose owner takes no customers: how many, and the first of them. */
final class RefusedOwners {

  private long rows;
  private long line;

  synchronized void add(long number) {
    line = rows == 0 ? number : line;
    rows++;
  }

  synchronized long rows() {
    return rows;
  }

  synchronized long line() {
    return line;
  }
}
