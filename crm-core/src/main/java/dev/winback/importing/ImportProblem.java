package dev.winback.importing;

import dev.winback.shared.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rejected row: the line it began on, the column at fault, what is wrong, the row as it came. */
public record ImportProblem(
    long line, @Nullable String column, Sentence sentence, List<String> cells) {

  private static final int LONGEST = 160;

  /** The row in one line, as much of it as a table has room for. */
  public String shown() {
    var row = String.join(" · ", cells).replaceAll("\\s+", " ");
    return row.length() <= LONGEST ? row : row.substring(0, LONGEST) + "…";
  }
}
