package dev.winback.demo;

import java.util.Arrays;

/**
 * What becomes of a demo customer, and how many of the 800 have that fate; {@code silentFrom} and
 * {@code silentUntil} are the days before today between which his last purchase lies (before the
 * return, for those who returned).
 */
enum Fate {
  REGULAR(356, 1, 25),
  NEWCOMER(40, 5, 60),
  PROSPECT(20, 0, 0),
  LATE_BY_RHYTHM(14, 60, 85),
  SILENT_90(28, 92, 176),
  SILENT_180(44, 184, 352),
  SILENT_360(108, 353, 770),
  SILENT_OLD(46, 770, 950),
  RETURNED_BY_COUPON(22, 150, 800),
  RETURNED_BY_LETTER(22, 150, 800),
  RETURNED_BY_CALL(24, 150, 800),
  RETURNED_BY_HIMSELF(24, 150, 800),
  RETURNED_WHEN_LATE(16, 110, 700),
  TWICE_LOST(8, 400, 640),
  REFUSED(10, 130, 700),
  NOT_WANTED(10, 130, 700),
  FALSE_ALARM(8, 100, 300);

  final int customers;
  final int silentFrom;
  final int silentUntil;

  Fate(int customers, int silentFrom, int silentUntil) {
    this.customers = customers;
    this.silentFrom = silentFrom;
    this.silentUntil = silentUntil;
  }

  /** Days of silence of who lies so far between the least and the most, from 0 to 1. */
  int silent(double share) {
    return silentFrom + (int) (share * (silentUntil + 1 - silentFrom));
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
