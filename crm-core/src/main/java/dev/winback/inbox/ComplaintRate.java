package dev.winback.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Letters of a rung in the last 30 days and how many readers called one spam; warned about from 0.1
 * %, stopped from 0.3 % and two complaints on (one reader is no rate).
 */
public record ComplaintRate(int rung, long letters, long complaints, @Nullable Instant pausedAt) {

  private static final int FEWEST = 2;

  public boolean warns() {
    return complaints > 0 && complaints * 1000 >= letters;
  }

  boolean stops() {
    return complaints >= FEWEST && complaints * 1000 >= letters * 3;
  }

  /** Complaints in a hundred letters. */
  public double percent() {
    return letters == 0 ? 0 : 100.0 * complaints / letters;
  }
}
