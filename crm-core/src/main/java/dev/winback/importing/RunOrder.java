package dev.winback.importing;

import org.jspecify.annotations.Nullable;

/** What is to be done: anything for a run's next worker is in its row. */
record RunOrder(
    @Nullable String wanted,
    @Nullable String mapping,
    @Nullable String shop,
    @Nullable String encoding,
    boolean dryRun,
    boolean goingBack) {

  Asked asked() {
    return Asked.of(wanted, mapping, shop, encoding, dryRun);
  }
}
