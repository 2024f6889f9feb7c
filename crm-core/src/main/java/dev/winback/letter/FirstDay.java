package dev.winback.letter;

import java.util.List;
import java.util.Optional;

/**
 * What going live would do on the first day: counts by reason, the first customers who get the
 * letter, above how many letters a second person must agree, and whether somebody has asked for it.
 */
public record FirstDay(
    boolean backlog,
    List<ReasonCount> counts,
    List<Judgement> samples,
    int limit,
    Optional<Activation> asked) {

  public long gets() {
    return counts.stream().filter(c -> c.reason() == null).mapToLong(ReasonCount::letters).sum();
  }

  public List<ReasonCount> excluded() {
    return counts.stream().filter(c -> c.reason() != null).toList();
  }

  public boolean needsSecond() {
    return gets() > limit;
  }
}
