package dev.winback.letter;

import java.util.List;

/**
 * Of how many customers a letter's values are known and how many get the words that stand in, over
 * everybody the rung reaches until 30 days from now.
 */
public record MissingValues(long customers, List<Line> lines) {

  /** A value that some lack: how many, the words they get, and some of them. */
  public record Line(Variable variable, long missing, String words, List<Who> examples) {}

  /** A customer to look at. */
  public record Who(String ref, String name) {}
}
