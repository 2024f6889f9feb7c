package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which talks are to be confirmed in writing, and what became of it: one's own, or all. */
@Service
@Transactional(readOnly = true)
public class ConfirmationLists {

  private static final String AGREED = Sql.of(ConfirmationLists.class, "agreed.sql");
  private static final String LIST = around("agreed-list.sql");
  private static final String COUNT = around("agreed-count.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  ConfirmationLists(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private static String around(String file) {
    return Sql.of(ConfirmationLists.class, file).replace("/*agreed*/", AGREED);
  }

  /** The newest call first. */
  public Paged<Confirmation> page(
      ConfirmationFilter filter, @Nullable String after, int limit, Actor actor) {
    var rows =
        select(LIST, filter.asked(), actor)
            .param("call", null)
            .param("before", Cursor.number(after, Long.MAX_VALUE))
            .param("limit", limit + 1)
            .query(Confirmation.class)
            .list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.call()));
  }

  public long count(ConfirmationFilter filter, Actor actor) {
    return select(COUNT, filter.asked(), actor).query(Long.class).single();
  }

  /** How many of his own talks a member has not confirmed yet. */
  public long mine(Actor actor) {
    return select(COUNT, "draft", actor.member(), actor).query(Long.class).single();
  }

  public void export(ConfirmationFilter filter, Actor actor, Consumer<Confirmation> sink) {
    actor.require(Permission.EXPORT);
    var all =
        select(LIST, filter.asked(), actor)
            .param("call", null)
            .param("before", Long.MAX_VALUE)
            .param("limit", null);
    try (var rows = all.withFetchSize(500).query(Confirmation.class).stream()) {
      rows.forEach(sink);
    }
  }

  /** Not found when nothing was agreed in this call, or somebody else made it. */
  public Confirmation of(long call, Actor actor) {
    return select(LIST, "all", actor)
        .param("call", call)
        .param("before", Long.MAX_VALUE)
        .param("limit", 1)
        .query(Confirmation.class)
        .optional()
        .orElseThrow(() -> new NotFound("confirmation"));
  }

  private JdbcClient.StatementSpec select(String sql, String state, Actor actor) {
    return select(sql, state, actor.may(Permission.SEE_ALL_TASKS) ? null : actor.member(), actor);
  }

  /** Of the calls of one member, null: of all. */
  private JdbcClient.StatementSpec select(
      String sql, String state, @Nullable Long member, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    var whose =
        member == null ? Map.<String, Object>of() : Map.<String, Object>of("member", member);
    return jdbc.sql(Pieces.asked(sql, whose))
        .params(whose)
        .param("state", state)
        .param("fresh", clock.instant().minus(Confirmations.FRESH).atOffset(ZoneOffset.UTC));
  }
}
