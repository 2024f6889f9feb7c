package dev.winback.reason;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One reason of the tree; a name of null means the shipped words, a problem of null that the reason
 * says nothing about price or service. Under repair from a day until the day it was repaired on.
 */
public record Reason(
    String code,
    @Nullable String name,
    Branch branch,
    @Nullable Problem problem,
    boolean shipped,
    boolean retired,
    @Nullable LocalDate repairSince,
    @Nullable LocalDate repairedOn,
    long version) {

  /** Somebody mends it: letters for it wait. */
  public boolean inRepair() {
    return repairSince != null && repairedOn == null;
  }
}
