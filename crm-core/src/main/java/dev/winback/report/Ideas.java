package dev.winback.report;

import dev.winback.lapse.Visible;
import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The list for a brainstorm of our own people (UND-15): all that customers and members said about
 * what keeps customers and what drives them away.
 */
@Service
@Transactional(readOnly = true)
public class Ideas {

  public static final List<String> SOURCES = List.of("survey", "loss", "staff");

  private static final String WHERE =
      Sql.of(Ideas.class, "ideas-where.sql").replace("/*visible*/", Visible.CUSTOMER);
  private static final String LIST = Sql.of(Ideas.class, "ideas.sql").replace("/*where*/", WHERE);
  private static final String COUNT = "select count(*) " + WHERE;
  private static final OffsetDateTime END = OffsetDateTime.parse("9999-01-01T00:00:00Z");

  private final JdbcClient jdbc;

  Ideas(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest first; source null: all. */
  public Paged<Idea> page(@Nullable String source, @Nullable String after, int limit, Actor actor) {
    var cursor = Cursor.decode(after, 2);
    var rows =
        select(LIST, source, actor)
            .param("until", cursor == null ? END : cursor.moment(0))
            .param("anchor", cursor == null ? "" : cursor.values().get(1))
            .param("limit", limit + 1)
            .query(Idea.class)
            .list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.at(), row.anchor()));
  }

  public long count(@Nullable String source, Actor actor) {
    return select(COUNT, source, actor).query(Long.class).single();
  }

  public void export(@Nullable String source, Actor actor, Consumer<Idea> sink) {
    actor.require(Permission.EXPORT);
    var all =
        select(LIST, source, actor).param("until", END).param("anchor", "").param("limit", null);
    try (var rows = all.withFetchSize(500).query(Idea.class).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec select(String sql, @Nullable String source, Actor actor) {
    actor.require(Permission.SEE_SURVEYS);
    return jdbc.sql(sql)
        .params(Visible.to(actor))
        .param("source", asked(source))
        .param("notes", actor.may(Permission.READ_CALL_NOTES));
  }

  /** Refused when the address says a word that the list does not know. */
  public static void check(@Nullable String source) {
    asked(source);
  }

  private static @Nullable String asked(@Nullable String source) {
    var asked = source == null || source.isBlank() ? null : source.strip();
    if (asked != null && !SOURCES.contains(asked)) {
      throw Refused.field("source", "idea.refused.source", asked, String.join(", ", SOURCES));
    }
    return asked;
  }
}
