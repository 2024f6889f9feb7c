package dev.winback.mail;

import dev.winback.mail.Outcome.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The table "phase / reply" of letters.md: what an answer of the relay means for the letter. */
final class Replies {

  private static final Pattern ENHANCED =
      Pattern.compile("\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})");

  /** Waits after the first, second … refusal for now; the last one repeats. */
  private static final List<Duration> BACK_OFF =
      List.of(
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(45),
          Duration.ofHours(2),
          Duration.ofHours(6));

  private static final Duration RATE_LIMITED = Duration.ofMinutes(15);
  private static final Duration BROKEN = Duration.ofSeconds(30);

  /** Refusals of a full mailbox after which it counts as dead. */
  private static final int FULL = 3;

  private Replies() {}

  /** How far the conversation had come. */
  enum Phase {
    CONNECT,
    SENDER,
    RECIPIENT,
    TEXT,
    DOT
  }

  /** The meaning of a reply; code 0 or less stands for none. */
  static Outcome read(Phase phase, int code, String reply, int attempts) {
    if (code < 400 || code > 599) {
      return broken(phase, code, reply);
    }
    if (phase == Phase.CONNECT) {
      return Outcome.of(Kind.RELAY_DOWN, code, reply);
    }
    return code < 500 ? later(code, reply, attempts) : never(phase, code, reply, attempts);
  }

  private static Outcome broken(Phase phase, int code, String reply) {
    return switch (phase) {
      case DOT -> Outcome.of(Kind.IN_DOUBT, code, reply);
      case CONNECT -> Outcome.of(Kind.RELAY_DOWN, code, reply);
      // nothing was delivered; the pause keeps one unlucky letter from trying all the time
      default -> Outcome.later(code, "connection broke before the dot: " + reply, BROKEN);
    };
  }

  private static Outcome later(int code, String reply, int attempts) {
    var wait = BACK_OFF.get(Math.min(attempts, BACK_OFF.size() - 1));
    boolean limited = enhanced(reply).startsWith("4.7.") && wait.compareTo(RATE_LIMITED) < 0;
    return Outcome.later(
        code, reply, jitter(limited ? RATE_LIMITED.multipliedBy(5).dividedBy(4) : wait));
  }

  /** 20 % more or less, so that what was refused together does not come back together. */
  private static Duration jitter(Duration wait) {
    return Duration.ofMillis(
        (long) (wait.toMillis() * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
  }

  private static Outcome never(Phase phase, int code, String reply, int attempts) {
    if (phase == Phase.SENDER) {
      return Outcome.of(Kind.SENDER_REFUSED, code, reply);
    }
    var enhanced = enhanced(reply);
    if (enhanced.equals("5.2.2") && attempts + 1 < FULL) {
      return later(code, reply, attempts);
    }
    boolean dead =
        enhanced.startsWith("5.1.") || enhanced.equals("5.4.4") || enhanced.equals("5.2.2");
    return Outcome.of(dead ? Kind.DEAD_MAILBOX : Kind.FAILED, code, reply);
  }

  private static String enhanced(String reply) {
    var match = ENHANCED.matcher(reply);
    return match.lookingAt() ? match.group(1) : "";
  }
}
