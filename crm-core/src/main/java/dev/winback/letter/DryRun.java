package dev.winback.letter;

import dev.winback.shared.Paged;
import java.util.List;

/** What a rung would do on a day, for every due customer; nothing is written. */
public record DryRun(List<ReasonCount> counts, Paged<Judgement> customers) {

  /** Which of the due customers are shown. */
  public enum Part {
    ALL,
    GETS,
    DOES_NOT;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  public long gets() {
    return counts.stream().filter(c -> c.reason() == null).mapToLong(ReasonCount::letters).sum();
  }

  public long doesNot() {
    return due() - gets();
  }

  /** Those of them who get it when somebody lets it go. */
  public long waits() {
    return counts.stream()
        .filter(c -> c.reason() == HoldReason.REVIEW)
        .mapToLong(ReasonCount::letters)
        .sum();
  }

  public long due() {
    return counts.stream().mapToLong(ReasonCount::letters).sum();
  }
}
