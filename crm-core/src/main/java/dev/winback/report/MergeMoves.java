package dev.winback.report;

/** How much hangs on a record that would be merged. */
public record MergeMoves(
    int purchases,
    int contacts,
    int requests,
    int complaints,
    int refunds,
    int lapses,
    int letters,
    int tasks,
    int persons,
    int numbers) {}
