package dev.winback.audience;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Audiences for advertising elsewhere (LET-28): only customers who have said yes to letters and
 * stand on no stop list; each file is noted, without the words that were asked for.
 */
@Service
@Transactional(readOnly = true)
public class Audiences {

  /** Up to here a list is counted exactly (look.md, rule 7). */
  public static final int COUNTED = 10_000;

  private static final String LIST = Sql.of(Audiences.class, "list.sql");
  private static final String COUNT = Sql.of(Audiences.class, "count.sql");
  private static final String MEMBERS = Sql.of(Audiences.class, "members.sql");

  private final JdbcClient jdbc;
  private final Audit audit;
  private final BusinessClock clock;

  Audiences(JdbcClient jdbc, Audit audit, BusinessClock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  public Paged<AudienceRow> page(
      AudienceFilter filter, @Nullable String after, int limit, Actor actor) {
    require(actor);
    var rows =
        select(Pieces.limited(LIST, limit + 1), filter)
            .param("after", Cursor.number(after, 0))
            .query(AudienceRow.class)
            .list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.id()));
  }

  /** At most one more than {@link #COUNTED}: then there are more than that. */
  public long count(AudienceFilter filter, Actor actor) {
    require(actor);
    return select(Pieces.limited(COUNT, COUNTED + 1), filter).query(Long.class).single();
  }

  /** All of them, one by one. */
  @Transactional
  public void export(AudienceFilter filter, Actor actor, Consumer<AudienceRow> sink) {
    require(actor);
    actor.require(Permission.EXPORT);
    audit.note(actor, "export-audience", "firm", 1, Map.of("who", filter.who()));
    var all = select(Pieces.limited(LIST, null), filter).param("after", 0L);
    try (var rows = all.withFetchSize(500).query(AudienceRow.class).stream()) {
      rows.forEach(sink);
    }
  }

  private static void require(Actor actor) {
    actor.require(Permission.SEE_ALL_LETTERS);
  }

  private JdbcClient.StatementSpec select(String sql, AudienceFilter filter) {
    var asked = Pieces.asked(sql.replace("/*members*/", MEMBERS), filter.params());
    return jdbc.sql(asked).params(filter.params()).param("today", clock.today());
  }
}
