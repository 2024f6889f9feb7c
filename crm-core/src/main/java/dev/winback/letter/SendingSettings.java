package dev.winback.letter;

import dev.winback.shared.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much may leave: letters a day over all rungs, the first day of the plan that makes a new
 * sending domain known, letters and talks for a customer in 30 days, letters to a mailbox, the
 * days, and in a trial the only mailboxes (or domains, {@code @shop.example}) that are written to;
 * whether who bought, and said neither yes nor no, may get letters; {@code version} is the one that
 * was read.
 */
public record SendingSettings(
    @Nullable Integer dailyCap,
    @Nullable LocalDate warmSince,
    @Nullable Integer contactCap,
    MailboxCaps mailbox,
    boolean weekdays,
    boolean holidays,
    List<String> trial,
    boolean softOptIn,
    long version) {

  private static final LocalDate OLDEST = LocalDate.of(2000, 1, 1);
  private static final int MOST_A_DAY = 10_000_000;
  private static final int MOST_CONTACTS = 100;
  private static final int MOST_MAILBOXES = 200;
  private static final int LONGEST_MAILBOX = 254;
  private static final int SHOWN = 60;
  private static final String MAILBOX = "[^@\\s,]*@[a-z0-9-]+(\\.[a-z0-9-]+)+";

  /** Of a day to come the plan would know nothing, and until then everything would leave. */
  SendingSettings checked(LocalDate today) {
    if (warmSince != null && (warmSince.isAfter(today) || warmSince.isBefore(OLDEST))) {
      throw Refused.field("warmSince", "sending.refused.warm", OLDEST, today);
    }
    within("dailyCap", dailyCap, MOST_A_DAY);
    within("contactCap", contactCap, MOST_CONTACTS);
    if (trial.size() > MOST_MAILBOXES) {
      throw Refused.field("trial", "refused.between", 0, MOST_MAILBOXES, trial.size());
    }
    var written = trial.stream().map(address -> address.strip().toLowerCase(Locale.ROOT)).toList();
    written.forEach(SendingSettings::checkMailbox);
    return new SendingSettings(
        dailyCap,
        warmSince,
        contactCap,
        mailbox.checked(),
        weekdays,
        holidays,
        written,
        softOptIn,
        version);
  }

  private static void checkMailbox(String address) {
    if (address.length() > LONGEST_MAILBOX) {
      throw Refused.field("trial", "sending.refused.mailbox", address.substring(0, SHOWN) + "…");
    }
    if (!address.matches(MAILBOX)) {
      throw Refused.field("trial", "sending.refused.mailbox", address);
    }
  }

  static void within(String field, @Nullable Integer number, int most) {
    if (number != null && (number < 1 || number > most)) {
      throw Refused.field(field, "refused.between", 1, most, number);
    }
  }
}
