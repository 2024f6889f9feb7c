package dev.winback.report;

/** How many losses stand behind a step of the funnel, and of how many customers. */
public record FunnelCount(long losses, long customers) {

  /** Somebody was lost more than once in the time. */
  public boolean repeated() {
    return customers < losses;
  }
}
