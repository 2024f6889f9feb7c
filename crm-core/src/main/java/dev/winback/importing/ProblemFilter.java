package dev.winback.importing;

import org.jspecify.annotations.Nullable;

/**
 * Rejected rows of one column, for one reason; or only those in which there is something to
 * correct: of a row that a later one of its file overtook nothing is wrong, and loaded again it
 * would put back what that one had told since.
 */
public record ProblemFilter(@Nullable String column, @Nullable String code, boolean toCorrect) {

  /** The reason of a row that a later one of its file overtook. */
  public static final String OVERTAKEN = "duplicate";

  public static final ProblemFilter NONE = new ProblemFilter(null, null, false);

  public static final ProblemFilter TO_CORRECT = new ProblemFilter(null, null, true);

  public ProblemFilter(@Nullable String column, @Nullable String code) {
    this(column, code, false);
  }
}
