package dev.winback.letter;

import java.time.Duration;

/**
 * How long after the commit of its announcement the dot of a letter followed, over the letters of
 * this node since its start: the only time in which an opt-out comes too late.
 */
public record DotGap(long letters, Duration all, Duration longest) {

  public Duration mean() {
    return letters == 0 ? Duration.ZERO : all.dividedBy(letters);
  }
}
