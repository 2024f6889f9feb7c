package dev.winback.letter;

import java.time.Duration;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Counts how long dots follow their announcements; all workers of this node at once. */
final class DotGaps {

  private final LongAdder letters = new LongAdder();
  private final LongAdder nanos = new LongAdder();
  private final LongAccumulator longest = new LongAccumulator(Math::max, 0);

  void follows(long committed) {
    long gap = System.nanoTime() - committed;
    letters.increment();
    nanos.add(gap);
    longest.accumulate(gap);
  }

  DotGap now() {
    return new DotGap(
        letters.sum(), Duration.ofNanos(nanos.sum()), Duration.ofNanos(longest.get()));
  }
}
