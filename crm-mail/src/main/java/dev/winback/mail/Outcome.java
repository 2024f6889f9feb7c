package dev.winback.mail;

import java.time.Duration;

/**
 * What became of one letter on its way to the relay; the reply is the server's, shortened, never
 * the letter's text.
 */
record Outcome(Kind kind, int code, String reply, Duration delay) {

  private static final int LONGEST_REPLY = 500;

  enum Kind {
    /** The server took it. */
    SENT,
    /** Announcement refused: no dot was written. */
    HELD,
    /** Refused for now. */
    LATER,
    /** The connection broke before the dot: nothing was delivered. */
    BROKEN,
    /** The server closes the connection (421). */
    CLOSING,
    /** The receiver wants fewer letters. */
    SLOWER,
    /** The mailbox is full. */
    FULL,
    /** Refused for good. */
    FAILED,
    /** Refused for good, and the mailbox with it. */
    DEAD_MAILBOX,
    /** Announced, and no answer. */
    IN_DOUBT,
    /** The relay is not there; nothing was announced. */
    RELAY_DOWN,
    /** The relay refuses our sender or password. */
    SENDER_REFUSED
  }

  static Outcome of(Kind kind, int code, String reply) {
    return new Outcome(kind, code, shortened(reply), Duration.ZERO);
  }

  static Outcome later(Kind kind, int code, String reply, Duration delay) {
    return new Outcome(kind, code, shortened(reply), delay);
  }

  private static String shortened(String reply) {
    var line = reply.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= LONGEST_REPLY ? line : line.substring(0, LONGEST_REPLY);
  }
}
