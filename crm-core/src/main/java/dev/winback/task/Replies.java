package dev.winback.task;

import dev.winback.contact.Contact;
import dev.winback.contact.Contacts;
import dev.winback.customer.CustomerId;
import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Pieces;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/**
 * Letters of customers that wait for an answer (LET-22): whatever came in writing and was followed
 * by no contact of ours; an answer is a contact of ours.
 */
@Service
@Transactional
public class Replies {

  /** What is older is not answered any more. */
  static final Duration FRESH = Duration.ofDays(30);

  private static final int LONGEST = 2_000;
  private static final String LIST =
      Sql.of(Replies.class, "replies.sql").replace("/*visible*/", Visible.CUSTOMER);
  private static final String COUNT = "select count(*) from (" + LIST + ") waiting";

  private final JdbcClient jdbc;
  private final Contacts contacts;
  private final WorkRules rules;
  private final BusinessClock clock;

  Replies(JdbcClient jdbc, Contacts contacts, WorkRules rules, BusinessClock clock) {
    this.jdbc = jdbc;
    this.contacts = contacts;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * What came first comes first, and of a page what is due first: what comes after hours is due
   * sooner than a day later. {@code mine}: of customers that are the member's own.
   */
  @Transactional(readOnly = true)
  public Paged<ReplyRow> page(boolean mine, @Nullable String after, int limit, Actor actor) {
    var at = Cursor.decode(after, 2);
    var rows =
        select(LIST, mine, actor)
            .param("after_at", at == null ? null : at.moment(0))
            .param("after_id", at == null ? null : at.number(1))
            .param("limit", limit + 1)
            .query(rows())
            .list();
    var page = Paged.of(rows, limit, row -> Cursor.encode(row.cameAt(), row.contact()));
    var due = page.items().stream().sorted(Comparator.comparing(ReplyRow::dueAt)).toList();
    return new Paged<>(due, page.next());
  }

  @Transactional(readOnly = true)
  public long count(boolean mine, Actor actor) {
    return whole(COUNT, mine, actor).query(Long.class).single();
  }

  @Transactional(readOnly = true)
  public void export(boolean mine, Actor actor, Consumer<ReplyRow> sink) {
    actor.require(Permission.EXPORT);
    try (var rows = whole(LIST, mine, actor).withFetchSize(500).query(rows()).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec whole(String sql, boolean mine, Actor actor) {
    return select(sql, mine, actor)
        .param("after_at", null)
        .param("after_id", null)
        .param("limit", null);
  }

  private JdbcClient.StatementSpec select(String sql, boolean mine, Actor actor) {
    actor.require(Permission.READ_TASKS);
    return jdbc.sql(Pieces.asked(sql, mine ? Map.of("mine", true) : Map.of()))
        .params(Visible.to(actor))
        .param("since", clock.instant().minus(FRESH).atOffset(ZoneOffset.UTC));
  }

  private RowMapper<ReplyRow> rows() {
    var hours = SingletonSupplier.of(rules::clock);
    var now = clock.instant();
    return (row, n) -> row(row, hours.obtain(), now);
  }

  private static ReplyRow row(ResultSet row, ReplyClock hours, Instant now) throws SQLException {
    var came = row.getTimestamp("came_at").toInstant();
    var due = hours.due(came);
    return new ReplyRow(
        row.getString("ref"),
        row.getString("customer"),
        row.getLong("contact"),
        row.getString("channel"),
        came,
        due,
        now.isAfter(due),
        row.getString("note"),
        row.getString("login"),
        row.getString("member"),
        row.getInt("more"),
        row.getString("sender"),
        row.getString("subject"),
        row.getString("message_id"),
        row.getString("phone"),
        row.getString("phone_e164"),
        row.getString("email"));
  }

  /** He was answered, by this channel; answered twice it is answered once. */
  public void answer(String ref, long contact, String channel, String note, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    if (note.length() > LONGEST) {
      throw Refused.field("note", "task.refused.too-long", LONGEST, note.length());
    }
    contacts.answered(customer(ref, contact, actor), contact, way(channel), note, actor);
  }

  private static Contact.Channel way(String channel) {
    return List.of(Contact.Channel.values()).stream()
        .filter(way -> way.name().equalsIgnoreCase(channel.strip()))
        .findFirst()
        .orElseThrow(() -> Refused.field("channel", "reply.refused.channel", channel));
  }

  /** It was not answered after all. */
  public void undo(String ref, long contact, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    contacts.notAnswered(customer(ref, contact, actor), contact);
  }

  private CustomerId customer(String ref, long contact, Actor actor) {
    return jdbc.sql(Sql.of(Replies.class, "reply.sql").replace("/*visible*/", Visible.CUSTOMER))
        .params(Visible.to(actor))
        .param("ref", ref)
        .param("contact", contact)
        .query((row, n) -> new CustomerId(row.getLong("id")))
        .optional()
        .orElseThrow(() -> new NotFound("reply"));
  }
}
