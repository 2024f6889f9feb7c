package dev.winback.importing;

import org.jspecify.annotations.Nullable;

/** Rejected rows of one column, for one reason. */
public record ProblemFilter(@Nullable String column, @Nullable String code) {

  public static final ProblemFilter NONE = new ProblemFilter(null, null);
}
