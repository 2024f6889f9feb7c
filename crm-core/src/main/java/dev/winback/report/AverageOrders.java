package dev.winback.report;

import dev.winback.shared.Paged;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The average order of regulars over time, beside that of all others (MEA-11). */
@Service
@Transactional(readOnly = true)
public class AverageOrders {

  private static final String COUNTS = Sql.of(AverageOrders.class, "orders.sql");

  private final Buyers buyers;
  private final Figures figures;

  AverageOrders(Buyers buyers, Figures figures) {
    this.buyers = buyers;
    this.figures = figures;
  }

  /** The day to which it is counted. */
  public LocalDate day() {
    return figures.day();
  }

  public String currency() {
    return figures.currency();
  }

  /** Each month of the span, those without orders too; a rep's own customers for a rep. */
  public List<OrderMonth> months(MonthSpan asked, Actor actor) {
    actor.require(Permission.SEE_LOSSES);
    var day = day();
    return months(asked.first(day), asked.last(day), day, actor);
  }

  private List<OrderMonth> months(YearMonth first, YearMonth last, LocalDate day, Actor actor) {
    var regulars = new HashMap<Integer, OrderMonth.Orders>();
    var others = new HashMap<Integer, OrderMonth.Orders>();
    buyers
        .counted(COUNTS, actor)
        .param("from", Span.number(first))
        .param("to", Span.number(last))
        .query(
            row -> {
              (row.getBoolean("regular") ? regulars : others)
                  .put(
                      row.getInt("month"),
                      new OrderMonth.Orders(
                          row.getLong("buyers"), row.getLong("orders"), row.getBigDecimal("paid")));
            });
    return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
        .map(month -> month(month, day, regulars, others))
        .toList();
  }

  private static OrderMonth month(
      YearMonth month,
      LocalDate day,
      Map<Integer, OrderMonth.Orders> regulars,
      Map<Integer, OrderMonth.Orders> others) {
    int number = Span.number(month);
    return new OrderMonth(
        month.atDay(1),
        month.atEndOfMonth().isAfter(day),
        regulars.getOrDefault(number, OrderMonth.Orders.NONE),
        others.getOrDefault(number, OrderMonth.Orders.NONE));
  }

  /** The last month that is over and in which a regular ordered; null where there is none. */
  public static @Nullable OrderMonth lastWhole(List<OrderMonth> months) {
    return months.stream()
        .filter(month -> !month.partial() && month.regulars().orders() > 0)
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  /** Who ordered in the month. */
  public Paged<Buyer> names(OrderNames asked, @Nullable String after, int limit, Actor actor) {
    actor.require(Permission.SEE_LOSSES);
    return buyers.page(asked.which(), after, limit, actor);
  }

  public long count(OrderNames asked, Actor actor) {
    actor.require(Permission.SEE_LOSSES);
    var month = months(asked.asked(), asked.asked(), day(), actor).get(0);
    return (asked.regulars() ? month.regulars() : month.others()).buyers();
  }

  public void export(OrderNames asked, Actor actor, Consumer<Buyer> sink) {
    actor.require(Permission.SEE_LOSSES);
    buyers.export(asked.which(), actor, sink);
  }
}
