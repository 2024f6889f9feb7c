package dev.winback.letter;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a refusal says of the mailbox, at the door or in a returned letter, by the status of RFC
 * 3463.
 */
public enum Severity {
  /** There is no such mailbox or domain: nobody writes to it again. */
  DEAD,
  /** It is full: dead after three times in 30 days. */
  FULL,
  /** The receiver does not want this letter, or us: it says nothing of the mailbox. */
  REFUSED,
  /** Anything else, such as a server that was away for days. */
  OTHER;

  /** A bad mailbox, system or domain; 5.1.7 and 5.1.8 speak of the sender's address. */
  private static final Pattern NOBODY = Pattern.compile("5\\.(1\\.(0|1|2|3|4|6|9|10)|2\\.1|4\\.4)");

  private static final Pattern OVER = Pattern.compile("[45]\\.2\\.2");
  private static final Pattern SENDER = Pattern.compile("5\\.1\\.[78]");
  private static final Pattern POLICY = Pattern.compile("5\\.(7\\.\\d+|6\\.\\d+|3\\.4|2\\.3)");

  public static Severity of(String status) {
    if (NOBODY.matcher(status).matches()) {
      return DEAD;
    }
    if (OVER.matcher(status).matches()) {
      return FULL;
    }
    return ofSender(status) || POLICY.matcher(status).matches() ? REFUSED : OTHER;
  }

  /** It is our own address that the receiver does not take: every letter would meet the same. */
  public static boolean ofSender(String status) {
    return SENDER.matcher(status).matches();
  }

  /**
   * The word of letters that were refused at the door (letters.md, "Retries"); null: no reason to
   * stop a rung.
   */
  public @Nullable String refusal() {
    return this == DEAD ? "mailbox" : this == REFUSED ? "content" : null;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
