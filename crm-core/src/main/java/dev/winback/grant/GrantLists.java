package dev.winback.grant;

import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The offers as a list, and what became of them (MEA-07). */
@Service
@Transactional(readOnly = true)
public class GrantLists {

  /** Up to here what waits is counted exactly; one more means that there are more. */
  public static final int COUNTED = 10_000;

  /** How long a no stands before the eyes of who asked. */
  private static final Duration NEWS = Duration.ofDays(7);

  public static final List<String> BY = List.of("kind", "reason", "member");

  private static final String WHERE =
      Sql.of(GrantLists.class, "where.sql").replace("/*state*/", GrantFacts.STATE);
  private static final String LIST = with("list.sql").replace("/*loss*/", "true");

  /**
   * An index range of its own: the kept plan of a condition that may be absent reads all offers.
   */
  private static final String OF_LOSS =
      with("list.sql").replace("/*loss*/", "g.lapse_id in (select parts_of(:lapse))");

  private static final String COUNT = "select count(*) " + WHERE;
  private static final String REPORT = with("report.sql");
  private static final String WAITING = Sql.of(GrantLists.class, "waiting.sql");
  private static final String ANSWERED =
      Sql.of(GrantLists.class, "answered.sql").replace("/*visible*/", Visible.CUSTOMER);

  private final JdbcClient jdbc;
  private final Lapses lapses;
  private final BusinessClock clock;

  GrantLists(JdbcClient jdbc, Lapses lapses, BusinessClock clock) {
    this.jdbc = jdbc;
    this.lapses = lapses;
    this.clock = clock;
  }

  private static String with(String file) {
    return Sql.of(GrantLists.class, file).replace("/*where*/", WHERE);
  }

  /** The newest first. */
  public Paged<GrantRow> page(GrantFilter filter, @Nullable String after, int limit, Actor actor) {
    var rows =
        list(filter, actor)
            .param("before", Cursor.number(after, Long.MAX_VALUE))
            .param("limit", limit + 1)
            .query(GrantRow.class)
            .list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.id()));
  }

  public long count(GrantFilter filter, Actor actor) {
    return select(Visible.counted(COUNT, actor), filter, actor).query(Long.class).single();
  }

  public void export(GrantFilter filter, Actor actor, Consumer<GrantRow> sink) {
    actor.require(Permission.EXPORT);
    var all = list(filter, actor).param("before", Long.MAX_VALUE).param("limit", null);
    try (var rows = all.withFetchSize(500).query(GrantRow.class).stream()) {
      rows.forEach(sink);
    }
  }

  /** Those of one loss, the newest first, with those of the records that became part of it. */
  public List<GrantRow> of(LapseId lapse, Actor actor) {
    lapses.requireVisible(lapse, actor);
    return select(OF_LOSS, GrantFilter.ALL, actor)
        .param("notes", actor.may(Permission.READ_CALL_NOTES))
        .param("lapse", lapse.value())
        .param("before", Long.MAX_VALUE)
        .param("limit", null)
        .query(GrantRow.class)
        .list();
  }

  /** Not found for who may not see its customer. */
  public GrantRow one(GrantId id, Actor actor) {
    return list(GrantFilter.ALL, actor)
        .param("before", id.value() + 1)
        .param("limit", 1)
        .query(GrantRow.class)
        .optional()
        .filter(row -> row.id() == id.value())
        .orElseThrow(() -> new NotFound("offer"));
  }

  private JdbcClient.StatementSpec list(GrantFilter filter, Actor actor) {
    return select(LIST, filter, actor).param("notes", actor.may(Permission.READ_CALL_NOTES));
  }

  private JdbcClient.StatementSpec select(String sql, GrantFilter filter, Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    return jdbc.sql(Visible.in(sql, actor))
        .params(Visible.to(actor))
        .params(filter.params())
        .param("day", clock.today())
        .param("zone", clock.getZone().getId());
  }

  /**
   * What was given, taken and brought back by kind, reason or member, the most first: each number
   * counts what the list shows for it.
   */
  public List<OfferLine> report(@Nullable String by, GrantFilter filter, Actor actor) {
    var asked = by == null || by.isBlank() ? "kind" : by.strip();
    if (!BY.contains(asked)) {
      throw Refused.field("by", "reasons.refused.by", asked, String.join(", ", BY));
    }
    return select(Visible.counted(REPORT, actor), filter, actor)
        .param("by", asked)
        .query(OfferLine.class)
        .list();
  }

  /** How many wait for this member's decision, at most one more than {@link #COUNTED}. */
  public int waiting(Actor actor) {
    return actor.may(Permission.APPROVE_OFFERS)
        ? jdbc.sql(WAITING).param("limit", COUNTED + 1).query(Integer.class).single()
        : 0;
  }

  /** How many of this member's questions a manager has answered. */
  public Answered answered(Actor actor) {
    return actor.may(Permission.WORK_TASKS)
        ? jdbc.sql(ANSWERED)
            .params(Visible.to(actor))
            .param("since", since(clock).atOffset(ZoneOffset.UTC))
            .query(Answered.class)
            .single()
        : new Answered(0, 0);
  }

  /** A no of before then is no news. */
  static Instant since(BusinessClock clock) {
    return clock.instant().minus(NEWS);
  }
}
