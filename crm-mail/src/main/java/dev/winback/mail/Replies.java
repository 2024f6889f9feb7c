package dev.winback.mail;

import dev.winback.letter.Severity;
import dev.winback.mail.Outcome.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The table "phase / reply" of letters.md: what an answer of the relay means for the letter. */
final class Replies {

  private static final Pattern LATER = Pattern.compile("4\\d{2}\\b|\\[EOF]");

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

  /** Longest wait that a receiver may ask for. */
  private static final Duration LONGEST = Duration.ofHours(24);

  private static final int CLOSING = 421;

  private static final Pattern RATE =
      Pattern.compile(
          "\\brate\\b|too many (messages|connections|letters)|throttl|slow down",
          Pattern.CASE_INSENSITIVE);

  /** "try again in 10 minutes", "retry after 300 seconds". */
  private static final Pattern AGAIN =
      Pattern.compile(
          "(?:again|retry|wait)\\D{0,20}?(\\d{1,5}) ?(s|sec|seconds?|m|min|minutes?|h|hours?)\\b",
          Pattern.CASE_INSENSITIVE);

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

  /** What a login was answered; without an answer the program's own settings do not fit. */
  static Outcome login(String reply) {
    return Outcome.of(
        LATER.matcher(reply).lookingAt() ? Kind.RELAY_DOWN : Kind.SENDER_REFUSED, 0, reply);
  }

  private static Outcome broken(Phase phase, int code, String reply) {
    return switch (phase) {
      case DOT -> Outcome.of(Kind.IN_DOUBT, code, reply);
      case CONNECT -> Outcome.of(Kind.RELAY_DOWN, code, reply);
      // nothing was delivered; the pause keeps one unlucky letter from trying all the time
      default ->
          Outcome.later(Kind.BROKEN, code, "connection broke before the dot: " + reply, BROKEN);
    };
  }

  private static Outcome later(int code, String reply, int attempts) {
    var wait = jitter(BACK_OFF.get(Math.min(attempts, BACK_OFF.size() - 1)));
    if (code == CLOSING) {
      return Outcome.later(Kind.CLOSING, code, reply, wait);
    }
    if (enhanced(reply).startsWith("4.7.") || RATE.matcher(reply).find()) {
      return Outcome.later(
          Kind.SLOWER, code, reply, longer(longer(wait, RATE_LIMITED), asked(reply)));
    }
    boolean full = enhanced(reply).equals("4.2.2");
    return Outcome.later(full ? Kind.FULL : Kind.LATER, code, reply, wait);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration asked(String reply) {
    var match = AGAIN.matcher(reply);
    if (!match.find()) {
      return Duration.ZERO;
    }
    long number = Long.parseLong(match.group(1));
    var asked =
        switch (match.group(2).charAt(0)) {
          case 's', 'S' -> Duration.ofSeconds(number);
          case 'm', 'M' -> Duration.ofMinutes(number);
          default -> Duration.ofHours(number);
        };
    return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
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
    var status = enhanced(reply);
    if (Severity.ofSender(status)) {
      return Outcome.of(Kind.SENDER_REFUSED, code, reply);
    }
    return switch (Severity.of(status)) {
      case DEAD -> Outcome.of(Kind.DEAD_MAILBOX, code, reply);
      case FULL -> Outcome.later(Kind.FULL, code, reply, later(code, reply, attempts).delay());
      case REFUSED, OTHER -> Outcome.of(Kind.FAILED, code, reply);
    };
  }

  private static String enhanced(String reply) {
    var match = ENHANCED.matcher(reply);
    return match.lookingAt() ? match.group(1) : "";
  }
}
