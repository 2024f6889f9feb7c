package dev.winback.signal;

import java.time.LocalDate;
import java.util.function.LongFunction;

/**
 * For each customer of a fold: the day as of which he is looked at, and the last day of his
 * purchases and of his other facts that are known.
 */
record Days(
    LongFunction<LocalDate> lookedAt,
    LongFunction<LocalDate> purchases,
    LongFunction<LocalDate> happenings) {

  /** Everything up to this day. */
  static Days upTo(LocalDate day) {
    return new Days(customer -> day, customer -> day, customer -> day);
  }

  /** All that is known until then, silence up to this day: who bought since is not silent. */
  static Days known(LocalDate day, LocalDate until) {
    return new Days(customer -> day, customer -> until, customer -> until);
  }

  /** Purchases before each customer's own day: one of the day itself ends what began on it. */
  static Days before(LongFunction<LocalDate> own) {
    return new Days(own, customer -> own.apply(customer).minusDays(1), own);
  }
}
