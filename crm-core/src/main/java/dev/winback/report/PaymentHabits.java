package dev.winback.report;

import dev.winback.lapse.Visible;
import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who pays late or owes, and whether he should get credit (MEA-15); a rep's own for a rep. */
@Service
@Transactional(readOnly = true)
public class PaymentHabits {

  private static final String LIST = Sql.of(PaymentHabits.class, "payments.sql");
  private static final String COUNT =
      """
      select count(*) from payment_habit p join customer c on c.id = p.customer_id
       where c.erased_at is null and /*show*/ and /*visible*/
      """;

  private static final String AFTER =
      "(p.open_sum, p.longest, p.customer_id) < (:after_sum, :after_longest, :after_id)";

  private final JdbcClient jdbc;
  private final Figures figures;

  PaymentHabits(JdbcClient jdbc, Figures figures) {
    this.jdbc = jdbc;
    this.figures = figures;
  }

  /** The day to which it is counted. */
  public LocalDate day() {
    return figures.day();
  }

  public String currency() {
    return figures.currency();
  }

  /** Who owes most first. */
  public Paged<PaymentHabit> page(
      PaymentHabitFilter filter, @Nullable String after, int limit, Actor actor) {
    var rows =
        list(filter, Cursor.decode(after, 3), limit + 1, actor).query(PaymentHabit.class).list();
    return Paged.of(
        rows, limit, row -> Cursor.encode(row.openSum().toPlainString(), row.longest(), row.id()));
  }

  public long count(PaymentHabitFilter filter, Actor actor) {
    return select(COUNT, filter, actor).query(Long.class).single();
  }

  public void export(PaymentHabitFilter filter, Actor actor, Consumer<PaymentHabit> sink) {
    actor.require(Permission.EXPORT);
    try (var rows =
        list(filter, null, null, actor).withFetchSize(500).query(PaymentHabit.class).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec list(
      PaymentHabitFilter filter, @Nullable Cursor after, @Nullable Integer limit, Actor actor) {
    var sql = Pieces.limited(LIST, limit).replace("/*after*/", after == null ? "true" : AFTER);
    return select(sql, filter, actor)
        .param("after_sum", after == null ? null : after.amount(0))
        .param("after_longest", after == null ? null : after.number(1))
        .param("after_id", after == null ? null : after.number(2));
  }

  private JdbcClient.StatementSpec select(String sql, PaymentHabitFilter filter, Actor actor) {
    actor.require(Permission.SEE_LOSSES);
    return jdbc.sql(Visible.in(sql.replace("/*show*/", filter.condition()), actor))
        .params(Visible.to(actor))
        .param("day", day());
  }
}
