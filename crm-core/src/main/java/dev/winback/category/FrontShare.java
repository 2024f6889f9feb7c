package dev.winback.category;

import java.math.BigDecimal;

/**
 * Which part of the customers is A by a criterion and what it brings: of {@code customers} who
 * brought something in the year, {@code total} in all, {@code inFront} bring {@code brings}.
 */
public record FrontShare(
    Criterion criterion, int customers, BigDecimal total, int inFront, BigDecimal brings) {

  static FrontShare of(Criterion by, Front front) {
    return new FrontShare(
        by, front.customers(), by.shown(front.total()), front.inFront(), by.shown(front.brings()));
  }
}
