package dev.winback.letter;

import java.util.Map;

/**
 * How many letters one mailbox gets: days between two of them, so many letters within so many days,
 * and days in which the same letter comes once (for two records of one person).
 */
public record MailboxCaps(int gap, int letters, int days, int same) {

  /** As letters.md has them. */
  public static final MailboxCaps USUAL = new MailboxCaps(3, 4, 30, 60);

  private static final int WIDEST_GAP = 90;
  private static final int MOST_LETTERS = 100;
  private static final int MOST_DAYS = 365;
  private static final int LONGEST_SAME = 730;

  MailboxCaps checked() {
    SendingSettings.within("mailboxGap", gap, WIDEST_GAP);
    SendingSettings.within("mailboxLetters", letters, MOST_LETTERS);
    SendingSettings.within("mailboxDays", days, MOST_DAYS);
    SendingSettings.within("mailboxSame", same, LONGEST_SAME);
    return this;
  }

  @Override
  public String toString() {
    return gap + "/" + letters + "/" + days + "/" + same;
  }

  /** By the names that a statement knows them by. */
  Map<String, Object> params() {
    return Map.of(
        "mailboxGap", gap, "mailboxLetters", letters, "mailboxDays", days, "mailboxSame", same);
  }
}
