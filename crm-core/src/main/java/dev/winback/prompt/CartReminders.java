package dev.winback.prompt;

import dev.winback.experiment.Share;
import dev.winback.experiment.Step;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Pieces;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The three reminders of a cart that was left, as marketing sets and watches them (LET-13). */
@Service
@Transactional
public class CartReminders {

  /** Up to here a list is counted exactly (look.md, rule 7). */
  public static final int COUNTED = 10_000;

  private static final String LIST = Sql.of(CartReminders.class, "carts.sql");
  private static final String COUNT = Sql.of(CartReminders.class, "cart-count.sql");
  private static final String EFFECT = Sql.of(CartReminders.class, "cart-effect.sql");
  private static final String UNDO = Sql.of(CartReminders.class, "cart-setting-undo.sql");
  private static final String SETTING =
      "select idle_minutes, next_hours, last_days from cart_setting order by id desc limit 1";

  private final JdbcClient jdbc;
  private final Audit audit;
  private final BusinessClock clock;

  CartReminders(JdbcClient jdbc, Audit audit, BusinessClock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public CartSetting setting(Actor actor) {
    actor.require(Permission.READ_LADDER);
    return jdbc.sql(SETTING).query(CartSetting.class).single();
  }

  /**
   * From the next minute on; reminders that were written keep their time. The number of the change.
   */
  public long change(CartSetting setting, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    var checked = setting.checked();
    long id =
        jdbc.sql(
                """
                insert into cart_setting (idle_minutes, next_hours, last_days, member_id)
                values (:idle, :next, :last, :member) returning id
                """)
            .param("idle", checked.idleMinutes())
            .param("next", checked.nextHours())
            .param("last", checked.lastDays())
            .param("member", actor.member())
            .query(Long.class)
            .single();
    audit.note(actor, "edit", "cart_setting", id, checked);
    return id;
  }

  /**
   * What held before this change holds again, as a change of its own; twice is once, and what was
   * set since is not touched.
   */
  public void undo(long change, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    int undone = jdbc.sql(UNDO).param("change", change).param("member", actor.member()).update();
    if (undone == 1) {
      audit.note(actor, "undo", "cart_setting", change, Map.of());
    } else if (!undoneBefore(change)) {
      throw new Refused("prompt.refused.carts-newer");
    }
  }

  private boolean undoneBefore(long change) {
    return jdbc.sql(
            "select undone = :change from cart_setting where id = (select max(id) from cart_setting)")
        .param("change", change)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Reminded carts against those kept back. */
  @Transactional(readOnly = true)
  public CartEffect effect(Actor actor) {
    actor.require(Permission.SEE_ALL_LETTERS);
    return CartEffect.of(
        jdbc.sql(EFFECT)
            .param("zone", clock.getZone().getId())
            .param("today", clock.today())
            .query((row, nr) -> day(row))
            .list());
  }

  private static CartEffect.Day day(ResultSet row) throws SQLException {
    var reminded = new Share(row.getLong("ordered"), row.getLong("reminded"));
    var kept = new Share(row.getLong("kept_ordered"), row.getLong("kept"));
    var step = new Step(row.getObject("day", LocalDate.class), reminded, kept);
    return new CartEffect.Day(step, row.getBoolean("over"));
  }

  /** The last seen first. */
  @Transactional(readOnly = true)
  public Paged<CartRow> page(CartFilter filter, @Nullable String after, int limit, Actor actor) {
    var cursor = Cursor.decode(after, 2);
    var rows = list(filter, cursor, limit + 1, actor).query(CartRow.class).list();
    return Paged.of(
        rows, limit, row -> Cursor.encode(row.seenAt().atOffset(ZoneOffset.UTC), row.id()));
  }

  /** At most one more than {@link #COUNTED}: then there are more than that. */
  @Transactional(readOnly = true)
  public long count(CartFilter filter, Actor actor) {
    actor.require(Permission.SEE_ALL_LETTERS);
    var sql = Pieces.limited(Pieces.asked(COUNT, filter.params()), COUNTED + 1);
    return jdbc.sql(sql)
        .params(filter.params())
        .param("zone", clock.getZone().getId())
        .query(Long.class)
        .single();
  }

  @Transactional(readOnly = true)
  public void export(CartFilter filter, Actor actor, Consumer<CartRow> sink) {
    actor.require(Permission.EXPORT);
    var all = list(filter, null, null, actor).withFetchSize(500);
    try (var rows = all.query(CartRow.class).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec list(
      CartFilter filter, @Nullable Cursor after, @Nullable Integer limit, Actor actor) {
    actor.require(Permission.SEE_ALL_LETTERS);
    var params = new HashMap<String, @Nullable Object>(filter.params());
    params.put("before", after == null ? null : after.moment(0));
    params.put("before_id", after == null ? null : after.number(1));
    params.put("zone", clock.getZone().getId());
    params.put("now", clock.utc());
    return jdbc.sql(Pieces.limited(Pieces.asked(LIST, params), limit)).params(params);
  }
}
