package dev.winback.report;

/** What every page warns of: the demo firm, stopped sending, a relay that needs somebody. */
public record Notice(
    boolean demo, boolean sendingStopped, boolean needsPerson, boolean relayPaused) {

  /** True when there is anything to show. */
  public boolean any() {
    return demo || sendingStopped || needsPerson || relayPaused;
  }
}
