package dev.winback.web.report;

import dev.winback.report.AverageOrders;
import dev.winback.report.MonthSpan;
import dev.winback.report.OrderMonth;
import dev.winback.staff.Actor;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The average order of regulars and of all others over time, for scripts. */
@RestController
class OrdersApi {

  private final AverageOrders orders;

  OrdersApi(AverageOrders orders) {
    this.orders = orders;
  }

  record Ordered(long customers, long orders, String paid, @Nullable String average) {

    static Ordered of(OrderMonth.Orders orders) {
      var average = orders.average();
      return new Ordered(
          orders.buyers(),
          orders.orders(),
          orders.paid().toPlainString(),
          average == null ? null : average.toPlainString());
    }
  }

  record MonthOfOrders(LocalDate month, boolean partial, Ordered regulars, Ordered others) {}

  /** As of the night of a day. */
  record OrdersAnswer(LocalDate asOf, String currency, List<MonthOfOrders> items) {}

  @GetMapping("/api/v1/reports/orders")
  OrdersAnswer orders(MonthSpan span, Actor actor) {
    return new OrdersAnswer(
        orders.day(),
        orders.currency(),
        orders.months(span, actor).stream()
            .map(
                m ->
                    new MonthOfOrders(
                        m.month(), m.partial(), Ordered.of(m.regulars()), Ordered.of(m.others())))
            .toList());
  }
}
