package dev.winback.customer;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The stop list: mailboxes that get no letter, whoever they belong to (LET-10, I7 of hold.md). */
@Service
@Transactional
public class Suppressions {

  private static final String SUPPRESS = Sql.of(Suppressions.class, "suppress.sql");
  private static final String MAILBOXES = Sql.of(Suppressions.class, "mailboxes.sql");
  private static final String RESTORE = Sql.of(Suppressions.class, "restore.sql");
  private static final String LIFT = Sql.of(Suppressions.class, "lift-by-hand.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  Suppressions(JdbcClient jdbc, BusinessClock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  /** Why a mailbox gets no letter; the first four also take the consent away. */
  public enum Reason {
    UNSUBSCRIBED(true),
    OBJECTION(true),
    COMPLAINT(true),
    BY_HAND(true),
    /** A file or a shop says that the customer did not agree; its newer yes lifts it. */
    NO_CONSENT(false),
    HARD_BOUNCE(false),
    ERASED(false);

    private final boolean withdrawsConsent;

    Reason(boolean withdrawsConsent) {
      this.withdrawsConsent = withdrawsConsent;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Stops all letters to the mailbox at once; no announcement commits after this does. Twice is
   * once.
   */
  public void stop(String written, Reason reason, @Nullable Long letter) {
    var address = MailAddress.stored(written);
    var hash = lock(address);
    jdbc.sql(SUPPRESS)
        .param("address", address)
        .param("hash", hash)
        .param("reason", reason.code())
        .param("letter", letter)
        .param("withdraws", reason.withdrawsConsent)
        .param("now", clock.utc())
        .update();
    events.publishEvent(new AddressSuppressed(address));
  }

  /**
   * The mailbox of a letter and where its reader has another one since, that one too (I7); a person
   * whom we know to be another one has his own. In the order in which mailboxes are locked.
   */
  @Transactional(readOnly = true)
  public List<String> mailboxes(String written, CustomerId reader) {
    return jdbc.sql(MAILBOXES)
        .param("address", MailAddress.stored(written))
        .param("customer", reader.value())
        .query(String.class)
        .list();
  }

  /** Takes an opt-out back that is younger than this; false when it is older or there is none. */
  public boolean restore(String written, Reason reason, Duration younger) {
    var address = MailAddress.stored(written);
    var hash = lock(address);
    var since =
        jdbc.sql(RESTORE)
            .param("hash", hash)
            .param("reason", reason.code())
            .param("seconds", younger.toSeconds())
            .param("now", clock.utc())
            .query(Instant.class)
            .optional();
    since.ifPresent(moment -> events.publishEvent(new AddressRestored(address, moment)));
    return since.isPresent();
  }

  /**
   * What a person writes down of the customer's word: he agrees to letters, or may be contacted
   * again. Answers the codes of what no longer stops the mailbox; letters that it had ended stay
   * so.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<String> lift(String written, boolean agrees) {
    var address = MailAddress.stored(written);
    var hash = lock(address);
    return jdbc.sql(LIFT)
        .param("hash", hash)
        .param("address", address)
        .param("agrees", agrees)
        .query(String.class)
        .list();
  }

  /** True while the mailbox is on the stop list for any reason. */
  @Transactional(readOnly = true)
  public boolean stopped(String address) {
    return jdbc.sql(
            """
            select exists (select from suppression
                            where address_hash = address_hash(:address) and lifted_at is null)
            """)
        .param("address", MailAddress.stored(address))
        .query(Boolean.class)
        .single();
  }

  /** Waits for its turn: until the end of the transaction nothing is announced to the mailbox. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(String written) {
    lock(MailAddress.stored(written));
  }

  /** Takes the mailbox's lock, the one that every announcement of a letter takes too. */
  private String lock(String address) {
    jdbc.sql("insert into mail_address values (address_hash(:address)) on conflict do nothing")
        .param("address", address)
        .update();
    return jdbc.sql(
            "select address_hash from mail_address where address_hash = address_hash(:address) for update")
        .param("address", address)
        .query(String.class)
        .single();
  }
}
