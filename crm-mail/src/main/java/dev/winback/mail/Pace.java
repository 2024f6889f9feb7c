package dev.winback.mail;

import java.time.Duration;

/**
 * How many letters a worker claims at once and for how long; the wait for an answer is longer than
 * the ten minutes a server may take after the dot.
 */
record Pace(int batch, Duration lease, Duration margin, Duration replyWait) {

  static final Pace STANDARD =
      new Pace(50, Duration.ofMinutes(10), Duration.ofSeconds(5), Duration.ofMinutes(11));
}
