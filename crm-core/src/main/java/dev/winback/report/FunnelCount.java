package dev.winback.report;

import org.jspecify.annotations.Nullable;

/**
 * How many losses stand behind a step of the funnel, and of how many customers; null where the
 * losses are more than {@link #COUNTED}.
 */
public record FunnelCount(long losses, @Nullable Long customers) {

  /** Customers of more losses than these are not counted. */
  public static final int COUNTED = 10_000;

  /** Somebody was lost more than once in the time. */
  public boolean repeated() {
    return customers != null && customers < losses;
  }
}
