package dev.winback.report;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Pieces;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who stands behind the shares of who buys again (RET-10); {@code who} is a line of them, {@code
 * again} leaves those who bought again. As the shares it is for who sees all customers.
 */
@Service
@Transactional(readOnly = true)
public class AgainNames {

  public static final List<String> LINES = List.of("content", "unhappy", "won-over", "settled");

  private static final String NAMES = Sql.of(AgainNames.class, "again-names.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  AgainNames(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public Paged<AgainName> page(
      @Nullable String who, boolean again, @Nullable String after, int limit, Actor actor) {
    var cursor = Cursor.decode(after, 1);
    var last = cursor == null ? null : cursor.number(0);
    var rows = select(NAMES, who, again, last, limit + 1, actor).query(AgainName.class).list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.id()));
  }

  public long count(@Nullable String who, boolean again, Actor actor) {
    var all = "select count(*) from (" + NAMES + ") n";
    return select(all, who, again, null, null, actor).query(Long.class).single();
  }

  public void export(@Nullable String who, boolean again, Actor actor, Consumer<AgainName> sink) {
    actor.require(Permission.EXPORT);
    var all = select(NAMES, who, again, null, null, actor).withFetchSize(500);
    try (var rows = all.query(AgainName.class).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec select(
      String sql,
      @Nullable String who,
      boolean again,
      @Nullable Long after,
      @Nullable Integer limit,
      Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    actor.require(Permission.SEE_ALL_CUSTOMERS);
    return jdbc.sql(Pieces.limited(sql, limit))
        .param("who", asked(who))
        .param("again", again)
        .param("after", after)
        .param("day", clock.today())
        .param("zone", clock.getZone().getId());
  }

  /** The line that holds, customers without a complaint when nothing is said. */
  public static String asked(@Nullable String who) {
    var asked = Objects.requireNonNullElse(who, "").strip();
    if (!asked.isEmpty() && !LINES.contains(asked)) {
      throw Refused.field("who", "returns.refused.what", asked, String.join(", ", LINES));
    }
    return asked.isEmpty() ? "content" : asked;
  }
}
