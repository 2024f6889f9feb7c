package dev.winback.prompt;

import dev.winback.letter.ReasonCount;
import java.util.List;

/**
 * Before news are published: how many readers the audience has, how many of them were looked at,
 * and what would become of their letters.
 */
public record NewsOutlook(long readers, long looked, List<ReasonCount> letters) {

  /** With the next opening, once they are let go. */
  public long gets() {
    return letters.stream().filter(NewsOutlook::leaves).mapToLong(ReasonCount::letters).sum();
  }

  /** What stands against the others, the most frequent first. */
  public List<ReasonCount> against() {
    return letters.stream().filter(count -> !leaves(count)).toList();
  }

  /** All of them, or a draw of many. */
  public boolean drawn() {
    return looked < readers;
  }

  private static boolean leaves(ReasonCount count) {
    var reason = count.reason();
    return reason == null || reason.opens();
  }
}
