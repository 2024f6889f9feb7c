package dev.winback.why;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The questions about losses that our own people were asked (UND-15): a list, and the answers. */
@Service
@Transactional
public class Questions {

  private static final String WHERE = Sql.of(Questions.class, "questions-where.sql");
  private static final String LIST =
      Sql.of(Questions.class, "questions.sql").replace("/*where*/", WHERE);
  private static final String COUNT = "select count(*) " + WHERE;

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  Questions(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The newest first; whoever does not manage sees what he was asked or has asked. */
  @Transactional(readOnly = true)
  public Paged<Statement> page(
      StatementFilter filter, @Nullable String after, int limit, Actor actor) {
    var rows =
        select(LIST, filter, actor)
            .param("before", Cursor.number(after, Long.MAX_VALUE))
            .param("limit", limit + 1)
            .query(Statement.class)
            .list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.id()));
  }

  @Transactional(readOnly = true)
  public long count(StatementFilter filter, Actor actor) {
    return select(COUNT, filter, actor).query(Long.class).single();
  }

  /** How many wait for this member. */
  @Transactional(readOnly = true)
  public long waiting(Actor actor) {
    return count(new StatementFilter(null, actor.login()), actor);
  }

  @Transactional(readOnly = true)
  public void export(StatementFilter filter, Actor actor, Consumer<Statement> sink) {
    actor.require(Permission.EXPORT);
    var all = select(LIST, filter, actor).param("before", Long.MAX_VALUE).param("limit", null);
    try (var rows = all.withFetchSize(500).query(Statement.class).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec select(String sql, StatementFilter filter, Actor actor) {
    actor.require(Permission.ANSWER_QUESTIONS);
    return jdbc.sql(sql)
        .param("member", actor.member())
        .param("all", actor.may(Permission.DECIDE))
        .param("open", filter.openOnly())
        .param("login", filter.login());
  }

  /** Who was asked answers, whether he sees the customer or not; a second answer is refused. */
  public void answer(long id, String words, Actor actor) {
    actor.require(Permission.ANSWER_QUESTIONS);
    requireOne(
        jdbc.sql(
                """
                update statement set words = :words, said_at = :now
                 where id = :id and member_id = :member and said_at is null and undone_at is null
                """)
            .param("words", Statements.text("words", words, Statements.LONGEST))
            .param("now", clock.utc())
            .param("id", id)
            .param("member", actor.member())
            .update());
  }

  /** The question is open again. */
  public void takeBackAnswer(long id, Actor actor) {
    actor.require(Permission.ANSWER_QUESTIONS);
    requireOne(
        jdbc.sql(
                """
                update statement set words = null, said_at = null
                 where id = :id and member_id = :member and question is not null and said_at is not null
                   and undone_at is null
                """)
            .param("id", id)
            .param("member", actor.member())
            .update());
  }

  private static void requireOne(int rows) {
    if (rows == 0) {
      throw new NotFound("question");
    }
  }
}
