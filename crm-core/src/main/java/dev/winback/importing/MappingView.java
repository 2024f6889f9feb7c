package dev.winback.importing;

import dev.winback.shared.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /**
   * A column as it is written, with some of its cells; where it was taken for one of ours that
   * knows a few words only, with the words of the file that are none of these.
   */
  public record Column(String name, List<String> samples, List<Word> words) {}

  /** A word of the file and ours for it, null where nobody said it yet; certain: it is known. */
  public record Word(String text, @Nullable String ours, boolean certain) {}

  /** What is wrong with one of the first rows. */
  public record Problem(long line, String column, Sentence sentence) {}
}
