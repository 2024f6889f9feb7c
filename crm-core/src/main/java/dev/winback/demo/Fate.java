package dev.winback.demo;

import java.util.Arrays;

/**
 * What becomes of a demo customer, and how many of the 600 have that fate; {@code silentFrom} and
 * {@code silentUntil} are the days before today between which his last purchase lies (before the
 * return, for those who returned).
 */
enum Fate {
  REGULAR(184, 1, 25),
  NEWCOMER(40, 5, 60),
  PROSPECT(20, 0, 0),
  LATE_BY_RHYTHM(24, 60, 85),
  SILENT_90(56, 92, 176),
  SILENT_180(104, 184, 352),
  SILENT_360(40, 364, 560),
  RETURNED_BY_COUPON(16, 150, 400),
  RETURNED_BY_LETTER(24, 150, 400),
  RETURNED_BY_CALL(24, 150, 400),
  RETURNED_BY_HIMSELF(24, 150, 400),
  TWICE_LOST(10, 380, 420),
  REFUSED(12, 130, 200),
  NOT_WANTED(10, 130, 200),
  FALSE_ALARM(12, 100, 160);

  final int customers;
  final int silentFrom;
  final int silentUntil;

  Fate(int customers, int silentFrom, int silentUntil) {
    this.customers = customers;
    this.silentFrom = silentFrom;
    this.silentUntil = silentUntil;
  }

  boolean returns() {
    return name().startsWith("RETURNED") || this == TWICE_LOST;
  }

  /**
   * The fate of the n-th customer: fates take turns by blocks, so that numbers say nothing about
   * them.
   */
  static Fate[] ofAll() {
    return Arrays.stream(values())
        .flatMap(fate -> java.util.Collections.nCopies(fate.customers, fate).stream())
        .toArray(Fate[]::new);
  }
}
