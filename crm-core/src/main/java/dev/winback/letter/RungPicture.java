package dev.winback.letter;

import java.util.List;

/** A rung with what it would do today and how many open lapses reach it in the next 30 days. */
public record RungPicture(Rung rung, List<ReasonCount> today, long reachSoon) {

  public long gets() {
    return today.stream()
        .filter(count -> count.reason() == null)
        .mapToLong(ReasonCount::letters)
        .sum();
  }

  /** The reasons for which due customers get nothing, the most frequent first. */
  public List<ReasonCount> excluded() {
    return today.stream().filter(count -> count.reason() != null).toList();
  }

  public long doesNot() {
    return excluded().stream().mapToLong(ReasonCount::letters).sum();
  }
}
