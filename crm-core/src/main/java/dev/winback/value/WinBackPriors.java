package dev.winback.value;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is thought of a win-back before the firm has outcomes of its own (science.md, "Prior
 * table"): log-odds on top of the chance to come back unasked. Directions are published (Kumar etc.
 * 2015, Hillstrom's test), sizes are judgement where no test is named; the firm's outcomes replace
 * them.
 */
public final class WinBackPriors {

  /** How he was asked, and why he left. */
  private static final List<Prior> CASE =
      List.of(
          new Prior("scale", 0, 0.5),
          new Prior("unasked", 1, 0.3),
          new Prior("call", 0.6, 0.5),
          new Prior("email", 0.5, 0.4),
          new Prior("price", 0.35, 0.5),
          new Prior("service", -0.15, 0.5),
          new Prior("price-and-service", -1.2, 0.7),
          new Prior("human-factor", -0.4, 0.4),
          new Prior("severity-above-1", -0.35, 0.25));

  /** What he did before and what was tried with him. */
  private static final List<Prior> CUSTOMER =
      List.of(
          new Prior("referred-others", 0.5, 0.4),
          new Prior("complaint-resolved", 0.3, 0.4),
          new Prior("no-complaint", 0.1, 0.4),
          new Prior("complaint-unresolved", -0.8, 0.4),
          new Prior("failed-attempts", -0.5, 0.3),
          new Prior("by-who-lost-him", -0.4, 0.4),
          new Prior("lost-twice", -2.0, 0.7));

  private static final List<Prior> OFFER =
      List.of(
          new Prior("offer-discount", 0, 0.3),
          new Prior("offer-upgrade", -0.16, 0.3),
          new Prior("offer-both", 0.08, 0.3),
          new Prior("offer-matched", 0, 0.3));

  private WinBackPriors() {}

  /**
   * The table; where the chance to come back unasked is calibrated it holds silence and number of
   * purchases already, and these two begin at 0.
   */
  public static List<Prior> table(boolean calibrated) {
    var times =
        List.of(
            new Prior("silence-doubled", calibrated ? 0 : -0.35, 0.3),
            new Prior("purchases-doubled", calibrated ? 0 : 0.3, 0.3));
    return Stream.of(CASE, CUSTOMER, OFFER, times).flatMap(List::stream).toList();
  }
}
