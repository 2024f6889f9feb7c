package dev.winback.importing;

import dev.winback.shared.Sentence;
import java.util.List;

/**
 * A mapping beside what is in the file: the columns with the first cells of each, what is wrong
 * with the choice, and what would become of the first rows.
 */
public record MappingView(
    String name,
    List<Column> columns,
    Mapping mapping,
    List<Sentence> faults,
    long facts,
    long rejected,
    List<Problem> problems) {

  /** A column as it is written, with some of its cells. */
  public record Column(String name, List<String> samples) {}

  /** What is wrong with one of the first rows. */
  public record Problem(long line, String column, Sentence sentence) {}
}
