package dev.winback.inbox;

import java.time.Instant;

/**
 * One thing that came back, read but not yet acted upon: own makes it the same one however often it
 * comes; status and answer are those of a bounce, words those of a person, a token stands in the
 * words of who wants no more letters.
 */
public record Arrival(
    String own,
    ArrivalKind kind,
    Instant at,
    Clues clues,
    String status,
    String answer,
    String sender,
    String subject,
    String words,
    String messageId) {

  private static final int LONGEST_LINE = 500;
  private static final int LONGEST_WORDS = 2_000;

  public Arrival {
    own = cut(own, LONGEST_LINE);
    status = cut(oneLine(status), 20);
    answer = cut(oneLine(answer), LONGEST_LINE);
    sender = cut(oneLine(sender), 254);
    subject = cut(oneLine(subject), LONGEST_LINE);
    words = cut(words.replace("\0", "").strip(), LONGEST_WORDS);
    messageId = cut(oneLine(messageId), LONGEST_LINE);
  }

  /** Nothing of it but who sent it and about what: for a person to look at. */
  public Arrival unread() {
    return new Arrival(
        own, ArrivalKind.UNKNOWN, at, Clues.NONE, "", "", sender, subject, "", messageId);
  }

  /** Without what no table takes. */
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  /** No half of a pair of characters at the end. */
  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean pair = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, pair ? longest - 1 : longest);
  }
}
