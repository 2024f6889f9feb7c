package dev.winback.letter;

import dev.winback.experiment.Power;
import dev.winback.shared.Sentence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * A rung with what it would do today, how many open lapses reach it on each of the next 30 days,
 * what its letters of today cost at worst in the firm's currency, and what speaks against it.
 */
public record RungPicture(
    Rung rung,
    List<ReasonCount> today,
    SortedMap<LocalDate, Long> soon,
    BigDecimal worstCase,
    List<Sentence> warnings) {

  public long gets() {
    return today.stream()
        .filter(count -> count.reason() == null)
        .mapToLong(ReasonCount::letters)
        .sum();
  }

  /** Letters of today that somebody reads first. */
  public long waits() {
    return today.stream()
        .filter(count -> count.reason() == HoldReason.REVIEW)
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

  public long reachSoon() {
    return soon.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The most that reach it on one day, at least 1: the height of a chart. */
  public long busiest() {
    return Math.max(1, soon.values().stream().mapToLong(Long::longValue).max().orElse(0));
  }

  /** So many days after the day; none reach it then: 0. */
  public long on(LocalDate day) {
    return soon.getOrDefault(day, 0L);
  }

  /**
   * The difference in points that shows after three months like the next one, with this share kept
   * back.
   */
  public long points(int control) {
    long due = 3 * reachSoon();
    long kept = Math.round(due * control / 100.0);
    return Math.round(100 * Power.visible(Power.USUAL, due - kept, kept));
  }
}
