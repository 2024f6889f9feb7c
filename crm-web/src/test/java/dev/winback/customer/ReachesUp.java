package dev.winback.customer;

import dev.winback.lapse.LapseId;

/** A deliberate violation: floor 2 uses floor 6. Proves that the rule of the floors bites. */
public record ReachesUp(LapseId lapse) {}
