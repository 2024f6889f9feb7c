package dev.winback.lapse;

import org.jspecify.annotations.Nullable;

/** What one member gets by a handover; without a name nobody does. Promises are among the tasks. */
public record HandoverLine(
    @Nullable String name, long customers, long lapses, long tasks, long promises) {}
