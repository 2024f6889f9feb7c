package dev.winback.privacy;

import dev.winback.shared.Sql;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A class of data that goes after a number of days, whoever it is about. */
public enum Retention {
  /** What shops sent, once it is worked off: its content stands in customers and purchases. */
  SHOP_DELIVERIES(30, 14),
  /** Those that were refused wait until a person has looked, but not for ever. */
  REFUSED_DELIVERIES(365, 30),
  /** Likewise mails of which nobody has said whose they are. */
  UNMATCHED_MAIL(365, 30),
  /** The cells of rows that came back; how many they were stays with the run. */
  REJECTED_ROWS(365, 30),
  /** What stood in letters; subject and address stay: the way out works for ever. */
  LETTER_WORDS(1_095, 180),
  TEST_LETTERS(90, 7),
  /** Notes that were begun and never kept with a call. */
  NOTE_DRAFTS(90, 7),
  /** The steps of nights with their rows and seconds. */
  NIGHT_LOG(365, 30),
  /** From the beginning of its chain on, which goes on from there ({@code AuditChain}). */
  AUDIT(1_825, 365);

  /** Longer is as good as for ever. */
  public static final int MOST = 3_650;

  private final int days;
  private final int least;

  Retention(int days, int least) {
    this.days = days;
    this.least = least;
  }

  /** As it is shipped. */
  public int days() {
    return days;
  }

  /** Fewer would take what is still worked with. */
  public int least() {
    return least;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Retention> ofCode(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findAny();
  }

  /** Takes a batch of what is of before a moment. */
  String sql() {
    return Sql.of(Retention.class, "retain-" + code() + ".sql");
  }
}
