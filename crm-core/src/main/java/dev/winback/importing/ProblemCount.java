package dev.winback.importing;

import org.jspecify.annotations.Nullable;

/** So many rows were rejected for one reason in one column. */
public record ProblemCount(@Nullable String column, String code, long rows) {}
