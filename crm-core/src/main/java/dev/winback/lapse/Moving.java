package dev.winback.lapse;

import dev.winback.staff.MemberId;
import org.jspecify.annotations.Nullable;

/** The handover of a customer who moved, and who has his loss by it; null: a manager's queue. */
public record Moving(long handover, @Nullable MemberId to) {}
