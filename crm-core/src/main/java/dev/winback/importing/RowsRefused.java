package dev.winback.importing;

import dev.winback.shared.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts of one call that cannot be stored; none of the call is. */
public class RowsRefused extends RuntimeException {

  private final transient List<Problem> problems;

  RowsRefused(List<Problem> problems) {
    super(problems.size() + " facts refused");
    this.problems = List.copyOf(problems);
  }

  /** Which fact of the call, which field, and what is wrong. */
  public record Problem(int index, @Nullable String field, String code, Sentence sentence) {}

  public List<Problem> problems() {
    return problems;
  }
}
