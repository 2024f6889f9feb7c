package dev.winback.report;

import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Pieces;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who was lost, came back or became a customer: the names behind the figures. */
@Service
@Transactional(readOnly = true)
public class Moves {

  private static final String LIST = Figures.sql("moves-list.sql");
  private static final String COUNT = counting(LIST);
  private static final String FIRSTS = Figures.firsts("moves-list.sql");
  private static final String FIRSTS_COUNT = counting(FIRSTS);

  private static final String AFTER =
      "(m.day, m.customer_id) < (cast(:after_day as date), :after_id)";

  /** As the team is counted: who changed his direction or was erased is nobody's. */
  private static final String LOST_BY =
      """
      l.lost_by = (select id from member where login = :lost_by)
      and l.close_kind is distinct from 'direction-changed' and c.erased_at is null
      """;

  /** As the week is counted, by the category of today. */
  private static final String OF_CLASS =
      "exists (select from customer_category k where k.customer_id = m.customer_id and k.abc = :abc)";

  private final Figures figures;

  Moves(Figures figures) {
    this.figures = figures;
  }

  /** The same conditions, so that a figure and its list cannot differ. */
  private static String counting(String list) {
    var select = list.lastIndexOf("select c.id");
    return list.substring(0, select)
        + "select count(*) from ("
        + list.substring(select)
        + ") names";
  }

  /**
   * The names behind a figure: kind {@code loss}, {@code return} or {@code first}, both days
   * included.
   */
  public Paged<Move> page(Period period, @Nullable String after, int limit, Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    var rows =
        list(LIST, FIRSTS, period, Cursor.decode(after, 2), limit + 1, actor)
            .query(Move.class)
            .list();
    return Paged.of(rows, limit, move -> Cursor.encode(move.day(), move.id()));
  }

  /** How many names the list has. */
  public long count(Period period, Actor actor) {
    return list(COUNT, FIRSTS_COUNT, period, null, null, actor).query(Long.class).single();
  }

  /**
   * How many more a rep lost than his list can name: customers whom others have now count for him
   * in his line of the team, and are not found by him.
   */
  public long othersNow(Period period, Actor actor) {
    boolean own = actor.login().equals(period.lostBy());
    if (!own || actor.may(Permission.SEE_ALL_CUSTOMERS)) {
      return 0;
    }
    var all = COUNT.replace("/*visible*/", "true");
    return list(all, FIRSTS_COUNT, period, null, null, actor).query(Long.class).single()
        - count(period, actor);
  }

  public void export(Period period, Actor actor, Consumer<Move> sink) {
    actor.require(Permission.EXPORT);
    try (var rows =
        list(LIST, FIRSTS, period, null, null, actor)
            .withFetchSize(500)
            .query(Move.class)
            .stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec list(
      String moves,
      String firsts,
      Period period,
      @Nullable Cursor after,
      @Nullable Integer limit,
      Actor actor) {
    period.check();
    var page =
        Pieces.limited(period.first() ? firsts : moves, limit)
            .replace(":kind", "'" + period.kind() + "'")
            .replace("/*lost by*/", period.lostBy() == null ? "true" : LOST_BY)
            .replace("/*class*/", period.abc() == null ? "true" : OF_CLASS)
            .replace("/*after*/", after == null ? "true" : AFTER);
    return figures
        .moves(page, figures.day(), actor)
        .param("from", period.from())
        .param("until", period.until())
        .param("lost_by", period.lostBy())
        .param("abc", period.abc())
        .param("after_day", after == null ? null : LostSort.DAYS.read(after.values().get(0)))
        .param("after_id", after == null ? null : after.number(1));
  }
}
