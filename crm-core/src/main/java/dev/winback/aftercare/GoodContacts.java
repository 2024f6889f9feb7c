package dev.winback.aftercare;

import dev.winback.contact.Contact;
import dev.winback.contact.Contacts;
import dev.winback.customer.CustomerId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Contacts with good customers before anything is lost (CAL-32, CAL-33, CAL-41). */
@Service
@Transactional
public class GoodContacts {

  public static final List<String> KINDS = List.of("vip", "birthday", "occasion");

  private static final String FORGET = Sql.of(GoodContacts.class, "good-forget.sql");
  private static final String PLAN = Sql.of(GoodContacts.class, "good-plan.sql");
  private static final String LIST = Sql.of(GoodContacts.class, "good.sql");

  private final JdbcClient jdbc;
  private final Contacts contacts;
  private final BusinessClock clock;

  GoodContacts(JdbcClient jdbc, Contacts contacts, BusinessClock clock) {
    this.jdbc = jdbc;
    this.contacts = contacts;
    this.clock = clock;
  }

  int plan(LocalDate day) {
    var zone = clock.getZone().getId();
    int gone = jdbc.sql(FORGET).param("day", day).param("zone", zone).update();
    return gone + jdbc.sql(PLAN).param("day", day).param("zone", zone).update();
  }

  /** A rep's own, a manager's all. */
  @Transactional(readOnly = true)
  public Paged<GoodContact> page(
      @Nullable String kind, @Nullable String after, int limit, Actor actor) {
    var cursor = Cursor.decode(after, 2);
    var rows = list(kind, cursor, limit + 1, actor).query(GoodContact.class).list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.dueOn(), row.id()));
  }

  @Transactional(readOnly = true)
  public long count(@Nullable String kind, Actor actor) {
    return asked("select count(*) from (" + LIST + ") g", kind, null, null, actor)
        .query(Long.class)
        .single();
  }

  @Transactional(readOnly = true)
  public void export(@Nullable String kind, Actor actor, Consumer<GoodContact> sink) {
    actor.require(Permission.EXPORT);
    try (var rows =
        list(kind, null, null, actor).withFetchSize(500).query(GoodContact.class).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec list(
      @Nullable String kind, @Nullable Cursor after, @Nullable Integer limit, Actor actor) {
    return asked(LIST, kind, after, limit, actor);
  }

  private JdbcClient.StatementSpec asked(
      String sql,
      @Nullable String kind,
      @Nullable Cursor after,
      @Nullable Integer limit,
      Actor actor) {
    actor.require(Permission.READ_TASKS);
    return jdbc.sql(sql)
        .param("all", actor.may(Permission.SEE_ALL_TASKS))
        .param("member", actor.member())
        .param("day", clock.today())
        .param("kind", asked(kind))
        .param("after_day", after == null ? null : after.day(0))
        .param("after_id", after == null ? null : after.number(1))
        .param("limit", limit);
  }

  /** Null for all kinds; refused when it is none, before a file is begun. */
  public static @Nullable String asked(@Nullable String kind) {
    var asked = kind == null || kind.isBlank() ? null : kind.strip();
    if (asked != null && !KINDS.contains(asked)) {
      throw Refused.field("kind", "aftercare.refused.show", asked, String.join(", ", KINDS));
    }
    return asked;
  }

  /** It was done: the contact stands in the story of the customer. */
  public void done(long id, @Nullable String channel, @Nullable String note, Actor actor) {
    var customer = require(id, actor);
    if (close(id, "done")) {
      contacts.cared(customer, id, channel(channel), note == null ? "" : note.strip(), actor);
    }
  }

  private static Contact.Channel channel(@Nullable String code) {
    return Arrays.stream(Contact.Channel.values())
        .filter(channel -> channel.name().toLowerCase(Locale.ROOT).equals(code))
        .findFirst()
        .orElseThrow(() -> Refused.field("channel", "care.refused.channel"));
  }

  /** Not this time: it is not proposed again. */
  public void skip(long id, Actor actor) {
    require(id, actor);
    close(id, "skipped");
  }

  /** Back on the list; the contact never was. */
  public void undo(long id, Actor actor) {
    var customer = require(id, actor);
    jdbc.sql("update good_contact set state = 'open', closed_at = null where id = :id")
        .param("id", id)
        .update();
    contacts.uncared(customer, id);
  }

  private boolean close(long id, String state) {
    return jdbc.sql(
                "update good_contact set state = :state, closed_at = :now where id = :id and state = 'open'")
            .param("state", state)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("id", id)
            .update()
        > 0;
  }

  private CustomerId require(long id, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    return jdbc.sql(
            """
            select customer_id from good_contact where id = :id and (:all or member_id = :member) for update
            """)
        .param("id", id)
        .param("all", actor.may(Permission.SEE_ALL_TASKS))
        .param("member", actor.member())
        .query(Long.class)
        .optional()
        .map(CustomerId::new)
        .orElseThrow(() -> new NotFound("contact"));
  }
}
