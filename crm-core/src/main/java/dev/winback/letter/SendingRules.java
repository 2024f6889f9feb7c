package dev.winback.letter;

import static dev.winback.staff.Permission.RELEASE_LETTERS;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much leaves and at which pace, what the nodes have found, and what a person says. */
@Service
@Transactional
public class SendingRules {

  private static final String CHANGE = Sql.of(SendingRules.class, "sending-change.sql");
  private static final String RECEIVERS = Sql.of(SendingRules.class, "sending-receivers.sql");
  private static final int MOST_A_MINUTE = 100_000;

  private final JdbcClient jdbc;
  private final Relay relay;
  private final ChangedMeanwhile meanwhile;
  private final BusinessClock clock;
  private final Audit audit;
  private final boolean configured;

  SendingRules(
      JdbcClient jdbc,
      Relay relay,
      ChangedMeanwhile meanwhile,
      BusinessClock clock,
      Audit audit,
      Settings settings) {
    this.jdbc = jdbc;
    this.relay = relay;
    this.meanwhile = meanwhile;
    this.clock = clock;
    this.audit = audit;
    configured = settings.mail().softOptIn();
  }

  @Transactional(readOnly = true)
  public SendingSettings settings(Actor actor) {
    actor.require(RELEASE_LETTERS);
    return jdbc.sql(
            """
            select daily_cap, warm_since, contact_cap, weekdays, holidays, trial, soft_opt_in(:configured) as soft_opt_in, version,
                   mailbox_gap, mailbox_letters, mailbox_days, mailbox_same
              from sending
            """)
        .param("configured", configured)
        .query((row, n) -> settings(row))
        .single();
  }

  private static SendingSettings settings(ResultSet row) throws SQLException {
    var trial = row.getArray("trial");
    return new SendingSettings(
        row.getObject("daily_cap", Integer.class),
        row.getObject("warm_since", LocalDate.class),
        row.getObject("contact_cap", Integer.class),
        new MailboxCaps(
            row.getInt("mailbox_gap"),
            row.getInt("mailbox_letters"),
            row.getInt("mailbox_days"),
            row.getInt("mailbox_same")),
        row.getBoolean("weekdays"),
        row.getBoolean("holidays"),
        trial == null ? List.of() : List.of((String[]) trial.getArray()),
        row.getBoolean("soft_opt_in"),
        row.getLong("version"));
  }

  /**
   * Whether who bought, and said neither yes nor no, may get letters: asked at the first visit,
   * before anything is set.
   */
  public void decideSoftOptIn(boolean allowed, Actor actor) {
    actor.require(RELEASE_LETTERS);
    jdbc.sql("update sending set soft_opt_in = :allowed, version = version + 1")
        .param("allowed", allowed)
        .update();
    audit.note(actor, "change", "sending", 1, Map.of("softOptIn", allowed));
  }

  /** What waits because of the rules before is judged again by the new ones. */
  public void change(SendingSettings to, Actor actor) {
    actor.require(RELEASE_LETTERS);
    var checked = to.checked(clock.today());
    int changed =
        jdbc.sql(CHANGE)
            .param("version", checked.version())
            .param("dailyCap", checked.dailyCap())
            .param("warmSince", checked.warmSince())
            .param("contactCap", checked.contactCap())
            .params(checked.mailbox().params())
            .param("weekdays", checked.weekdays())
            .param("holidays", checked.holidays())
            .param("softOptIn", checked.softOptIn())
            .param("configured", configured)
            .param(
                "trial", checked.trial().isEmpty() ? null : checked.trial().toArray(new String[0]))
            .query(Integer.class)
            .single();
    if (changed == 0) {
      throw meanwhile.told("sending.refused.changed", "sending", 1, List.of("change"), actor);
    }
    audit.note(actor, "change", "sending", 1, noted(checked));
  }

  /** Mailboxes of persons are counted and not named. */
  private static Map<String, Object> noted(SendingSettings now) {
    return Map.of(
        "dailyCap", "" + now.dailyCap(),
        "warmSince", "" + now.warmSince(),
        "contactCap", "" + now.contactCap(),
        "mailbox", now.mailbox().toString(),
        "weekdays", now.weekdays(),
        "holidays", now.holidays(),
        "softOptIn", now.softOptIn(),
        "trial", now.trial().size());
  }

  @Transactional(readOnly = true)
  public List<Receiver> receivers(Actor actor) {
    actor.require(RELEASE_LETTERS);
    return jdbc.sql(RECEIVERS)
        .query(
            (row, n) ->
                new Receiver(
                    row.getString("name"),
                    row.getObject("most", Integer.class),
                    row.getBigDecimal("now"),
                    instant(row.getObject("held_until", OffsetDateTime.class)),
                    row.getString("reply"),
                    row.getLong("waiting")))
        .list();
  }

  /**
   * Letters a minute for each of these receivers, null for no limit; what one of them asked for
   * before is forgotten.
   */
  public void limit(Map<String, @Nullable Integer> paces, Actor actor) {
    actor.require(RELEASE_LETTERS);
    paces.forEach((receiver, most) -> limit(receiver, most, actor));
  }

  private void limit(String receiver, @Nullable Integer most, Actor actor) {
    SendingSettings.within("most." + receiver, most, MOST_A_MINUTE);
    int limited =
        jdbc.sql(
                """
                update mail_group
                   set most = :most, rate = null, rate_since = null, held_until = null, closings = 0, reply = null
                 where name = :name
                """)
            .param("most", most)
            .param("name", receiver)
            .update();
    if (limited == 0) {
      throw Refused.field("receiver", "sending.refused.receiver", receiver);
    }
    audit.note(actor, "limit", "receiver", 0, Map.of("name", receiver, "most", "" + most));
  }

  @Transactional(readOnly = true)
  public RelayState relay(Actor actor) {
    actor.require(RELEASE_LETTERS);
    return relay.state();
  }

  /** Whoever has compared the lost announcements with the relay's log lets the letters go. */
  public void confirm(Actor actor) {
    actor.require(RELEASE_LETTERS);
    long missing = relay.state().missing();
    if (missing > 0) {
      relay.confirm();
      audit.note(actor, "confirm-restore", "relay", 1, Map.of("missing", missing));
    }
  }

  private static java.time.@Nullable Instant instant(@Nullable OffsetDateTime moment) {
    return moment == null ? null : moment.toInstant();
  }
}
