package dev.winback.report;

import dev.winback.lapse.Visible;
import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The VIPs month by month (MEA-12) and who came and went (DEC-05); a rep's own ones for a rep. */
@Service
@Transactional(readOnly = true)
public class VipTables {

  private static final String MONTHS =
      """
      select m.*, s.criterion, s.share from vip_month m join category_setting s on s.id = m.setting_id
      order by m.month desc limit :limit
      """;
  private static final String MEMBERS =
      Sql.of(VipTables.class, "vip-members.sql").replace("/*visible*/", Visible.CUSTOMER);
  private static final String AFTER_MEMBER =
      "v.value <= :value and (v.value < :value or v.customer_id > :id)";
  private static final String MOVES =
      Sql.of(VipTables.class, "vip-moves.sql").replace("/*visible*/", Visible.CUSTOMER);

  private final JdbcClient jdbc;

  VipTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest first; the running month is a preview. */
  public List<VipMonth> months(int limit, Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    return jdbc.sql(MONTHS).param("limit", limit).query(VipMonth.class).list();
  }

  /** The last complete month; empty before the first night. */
  public Optional<VipMonth> last(Actor actor) {
    return months(2, actor).stream().filter(VipMonth::complete).findFirst();
  }

  /** The month of this day. */
  public Optional<VipMonth> month(LocalDate day, Actor actor) {
    return months(Integer.MAX_VALUE, actor).stream()
        .filter(m -> m.month().equals(day.withDayOfMonth(1)))
        .findFirst();
  }

  /** The VIPs of a month in their order. */
  public Paged<VipRow> members(LocalDate month, @Nullable String after, int limit, Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    var cursor = Cursor.decode(after, 3);
    var rows = new ArrayList<VipRow>();
    long place = cursor == null ? 0 : cursor.number(2);
    for (var row : members(month, cursor, limit + 1, actor).query(VipRow.class).list()) {
      rows.add(row.at(++place));
    }
    return Paged.of(
        rows, limit, row -> Cursor.encode(row.value().toPlainString(), row.id(), row.number()));
  }

  public void exportMembers(LocalDate month, Actor actor, Consumer<VipRow> sink) {
    actor.require(Permission.EXPORT);
    var place = new AtomicLong();
    try (var rows =
        members(month, null, null, actor).withFetchSize(500).query(VipRow.class).stream()) {
      rows.forEach(row -> sink.accept(row.at(place.incrementAndGet())));
    }
  }

  private JdbcClient.StatementSpec members(
      LocalDate month, @Nullable Cursor after, @Nullable Integer limit, Actor actor) {
    return jdbc.sql(MEMBERS.replace("/*after*/", after == null ? "true" : AFTER_MEMBER))
        .param("month", month.withDayOfMonth(1))
        .param("value", after == null ? null : CustomerSort.VALUE.read(after.values().get(0)))
        .param("id", after == null ? null : after.number(1))
        .param("limit", limit)
        .params(Visible.to(actor));
  }

  /** Who came to the list with a month, or went. */
  public Paged<VipMoveRow> moves(
      LocalDate month, boolean joined, @Nullable String after, int limit, Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    var cursor = Cursor.decode(after, 1);
    var rows = moves(month, joined, cursor, limit + 1, actor).query(VipMoveRow.class).list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.id()));
  }

  /** How many names the list has. */
  public long countMoves(LocalDate month, boolean joined, Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    return jdbc.sql("select count(*) from (" + MOVES.replace("/*after*/", "true") + ") names")
        .param("month", month.withDayOfMonth(1))
        .param("joined", joined)
        .param("limit", null)
        .params(Visible.to(actor))
        .query(Long.class)
        .single();
  }

  public void exportMoves(LocalDate month, boolean joined, Actor actor, Consumer<VipMoveRow> sink) {
    actor.require(Permission.EXPORT);
    try (var rows =
        moves(month, joined, null, null, actor)
            .withFetchSize(500)
            .query(VipMoveRow.class)
            .stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec moves(
      LocalDate month,
      boolean joined,
      @Nullable Cursor after,
      @Nullable Integer limit,
      Actor actor) {
    return jdbc.sql(MOVES.replace("/*after*/", after == null ? "true" : "v.customer_id > :id"))
        .param("month", month.withDayOfMonth(1))
        .param("joined", joined)
        .param("id", after == null ? null : after.number(0))
        .param("limit", limit)
        .params(Visible.to(actor));
  }
}
