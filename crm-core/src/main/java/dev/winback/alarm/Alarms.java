package dev.winback.alarm;

import dev.winback.grant.GrantLists;
import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.why.Questions;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The black marks (UND-12): listed, counted on every page until they are seen. */
@Service
@Transactional
public class Alarms {

  /** More than this is told as that many. */
  public static final int COUNTED = 100;

  private static final String WHERE =
      Sql.of(Alarms.class, "where.sql").replace("/*visible*/", Visible.CUSTOMER);
  private static final String LIST = Sql.of(Alarms.class, "list.sql").replace("/*where*/", WHERE);
  private static final String COUNT =
      "select count(*) from (select 1 " + WHERE + " limit :limit) capped";
  private static final String SEE =
      Sql.of(Alarms.class, "see.sql").replace("/*visible*/", Visible.CUSTOMER);

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Questions questions;
  private final GrantLists offers;
  private final AlarmRowReader reader;

  Alarms(JdbcClient jdbc, BusinessClock clock, Questions questions, GrantLists offers) {
    this.jdbc = jdbc;
    this.questions = questions;
    this.offers = offers;
    this.clock = clock;
    this.reader = new AlarmRowReader(clock.getZone());
  }

  /** How many this member has not seen, at most {@link #COUNTED}; none for who gets no alarms. */
  @Transactional(readOnly = true)
  public int unseen(Actor actor) {
    return actor.may(Permission.SEE_ALARMS)
        ? select(COUNT, new AlarmFilter(null), actor)
            .param("limit", COUNTED)
            .query(Integer.class)
            .single()
        : 0;
  }

  /** What every page tells who looks; in one transaction, because every page asks. */
  @Transactional(readOnly = true)
  public Waiting waiting(Actor actor) {
    return new Waiting(
        unseen(actor), questions.waiting(actor), offers.waiting(actor), offers.answered(actor));
  }

  /** The newest first. */
  @Transactional(readOnly = true)
  public Paged<AlarmRow> page(AlarmFilter filter, @Nullable String after, int limit, Actor actor) {
    var rows =
        list(filter, actor)
            .param("before", Cursor.number(after, Long.MAX_VALUE))
            .param("limit", limit + 1)
            .query(reader)
            .list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.id()));
  }

  @Transactional(readOnly = true)
  public long count(AlarmFilter filter, Actor actor) {
    return select(COUNT, filter, actor).param("limit", null).query(Long.class).single();
  }

  @Transactional(readOnly = true)
  public void export(AlarmFilter filter, Actor actor, Consumer<AlarmRow> sink) {
    actor.require(Permission.EXPORT);
    var all = list(filter, actor).param("before", Long.MAX_VALUE).param("limit", null);
    try (var rows = all.withFetchSize(500).query(reader).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec list(AlarmFilter filter, Actor actor) {
    return select(LIST, filter, actor).param("notes", actor.may(Permission.READ_CALL_NOTES));
  }

  private JdbcClient.StatementSpec select(String sql, AlarmFilter filter, Actor actor) {
    actor.require(Permission.SEE_ALARMS);
    return jdbc.sql(sql).params(Visible.to(actor)).param("state", filter.asked());
  }

  /** Seen by this member, all of them or none; twice is once. */
  public void see(List<Long> alarms, Actor actor) {
    actor.require(Permission.SEE_ALARMS);
    var ids = alarms.stream().distinct().toArray(Long[]::new);
    long found =
        jdbc.sql(SEE)
            .params(Visible.to(actor))
            .param("ids", ids)
            .param("now", clock.utc())
            .query(Long.class)
            .single();
    if (found < ids.length) {
      throw new NotFound("alarm");
    }
  }

  /** Not seen after all: counted again. */
  public void unsee(List<Long> alarms, Actor actor) {
    actor.require(Permission.SEE_ALARMS);
    jdbc.sql("delete from alarm_seen where alarm_id = any (:ids) and member_id = :member")
        .param("ids", alarms.toArray(Long[]::new))
        .param("member", actor.member())
        .update();
  }
}
