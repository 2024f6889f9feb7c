package dev.winback.weekly;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of a member's latest letter: the Monday on which it was due, {@code sent}, {@code
 * waiting} (tried again), {@code sending} (a node has it, or died with it) or {@code ended}, and
 * what the relay answered.
 */
public record LastWeekly(LocalDate week, String state, @Nullable String reply) {}
