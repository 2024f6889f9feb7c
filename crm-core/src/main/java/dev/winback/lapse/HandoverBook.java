package dev.winback.lapse;

import dev.winback.customer.CustomerErased;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.MemberId;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes handovers down and reads them. */
@Component
class HandoverBook {

  /** Names of a handover that its page shows. */
  private static final int NAMES = 200;

  private static final String LINES = Sql.of(HandoverBook.class, "handover-lines.sql");
  private static final String ITEMS = Sql.of(HandoverBook.class, "handover-items.sql");
  private static final String ROWS = Sql.of(HandoverBook.class, "handovers.sql");

  private static final String FORGET = Sql.of(HandoverBook.class, "handover-forget.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  HandoverBook(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  long open(HandoverKind kind, String reason, @Nullable MemberId leaver, Actor actor) {
    return jdbc.sql(
            """
            insert into handover (kind, reason, leaver_id, member_id, made_at)
            values (:kind, :reason, :leaver, :member, :now) returning id
            """)
        .param("kind", kind.code())
        .param("reason", reason)
        .param("leaver", leaver == null ? null : leaver.value())
        .param("member", actor.member())
        .param("now", clock.utc())
        .query(Long.class)
        .single();
  }

  void given(long handover, LapseId lapse, Holding had, @Nullable Long became) {
    jdbc.sql(
            """
            insert into handover_lapse (handover_id, lapse_id, was, became, override_was, joint_was)
            values (:handover, :lapse, :was, :became, :override, :together)
            on conflict do nothing
            """)
        .param("handover", handover)
        .param("lapse", lapse.value())
        .param("was", had.was())
        .param("override", had.override())
        .param("together", had.together())
        .param("became", became)
        .update();
  }

  /** The newest one of who left that still stands. */
  @Nullable Long ofLeaver(MemberId leaver) {
    return jdbc.sql(
            """
            select id from handover
             where leaver_id = :leaver and undone_at is null order by id desc limit 1
            """)
        .param("leaver", leaver.value())
        .query(Long.class)
        .optional()
        .orElse(null);
  }

  /** What it is and who made it; not found when there is none. */
  Made made(long handover) {
    return jdbc.sql("select kind, member_id as member from handover where id = :handover")
        .param("handover", handover)
        .query(Made.class)
        .optional()
        .orElseThrow(() -> new NotFound("handover"));
  }

  record Made(String kind, @Nullable Long member) {

    boolean is(HandoverKind asked) {
      return asked.code().equals(kind);
    }

    boolean by(Actor actor) {
      return Long.valueOf(actor.member()).equals(member);
    }
  }

  void undone(long handover, Actor actor) {
    int written =
        jdbc.sql(
                """
                update handover set undone_by = :member, undone_at = :now
                 where id = :handover and undone_at is null
                """)
            .param("handover", handover)
            .param("member", actor.member())
            .param("now", clock.utc())
            .update();
    if (written == 0) {
      throw new NotFound("handover");
    }
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql(FORGET).param("customer", erased.customer().value()).update();
  }

  List<HandoverLine> lines(long handover) {
    return jdbc.sql(LINES).param("handover", handover).query(HandoverLine.class).list();
  }

  List<HandoverItem> items(long handover) {
    return jdbc.sql(ITEMS)
        .param("handover", handover)
        .param("limit", NAMES)
        .query(HandoverItem.class)
        .list();
  }

  Paged<HandoverRow> rows(@Nullable String after, int limit) {
    var rows = select(after, limit + 1).query(HandoverRow.class).list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.id()));
  }

  void export(Consumer<HandoverRow> sink) {
    try (var rows = select(null, null).withFetchSize(500).query(HandoverRow.class).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec select(@Nullable String after, @Nullable Integer limit) {
    return jdbc.sql(ROWS)
        .param("after", Cursor.number(after, Long.MAX_VALUE))
        .param("limit", limit);
  }
}
