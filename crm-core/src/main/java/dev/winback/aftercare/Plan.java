package dev.winback.aftercare;

import dev.winback.customer.CustomerId;
import dev.winback.customer.CustomersMoved;
import dev.winback.lapse.LapsesOpened;
import dev.winback.lapse.Milestones;
import dev.winback.purchase.PurchasesRecorded;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import dev.winback.signal.Signals;
import dev.winback.task.WorkRules;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plans the contacts after a return, and ends them with it. */
@Component
class Plan {

  private static final String PLAN = Sql.of(Plan.class, "plan.sql");
  private static final String TASKS = Sql.of(Plan.class, "tasks.sql");
  private static final String END = Sql.of(Plan.class, "end.sql");
  private static final String CUSTOMERS =
      "select array_agg(distinct customer_id)::text from lapse where id = any (:lapses)";

  private static final String[] NONE = {};
  private static final String[] BY_PURCHASE = {"thank_you", "second_order"};
  private static final String[] ALL = {
    "thank_you",
    "after_delivery",
    "second_order",
    "month_3",
    "month_12",
    "low_volume",
    "testimonial"
  };

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Milestones milestones;
  private final WorkRules rules;

  Plan(JdbcClient jdbc, BusinessClock clock, Milestones milestones, WorkRules rules) {
    this.rules = rules;
    this.milestones = milestones;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Behind the attribution, which says who returned and who did not. */
  @EventListener
  @Order(Signals.FIRST + 20)
  void on(PurchasesRecorded recorded) {
    follow(Sql.array(recorded.customers(), CustomerId::value), clock.today(), BY_PURCHASE);
  }

  @EventListener
  void on(LapsesOpened opened) {
    var lapses = opened.lapses().stream().map(lapse -> lapse.value()).toArray(Long[]::new);
    var customers =
        jdbc.sql(CUSTOMERS).param("lapses", lapses).query(String.class).optional().orElse("{}");
    end(customers);
  }

  @EventListener
  @Order(CustomersMoved.DONE)
  void on(CustomersMoved moved) {
    milestones.settle(moved.customers(), clock.today());
    follow(moved.customerKeys(), clock.today(), NONE);
  }

  /** All customers as of a night; the rows written. */
  int follow(LocalDate day) {
    return follow(null, day, ALL);
  }

  private int follow(@Nullable String customers, LocalDate day, String[] kinds) {
    int ended = end(customers);
    int planned =
        jdbc.sql(PLAN)
            .param("ids", customers)
            .param("day", day)
            .param("zone", clock.getZone().getId())
            .update();
    return ended + planned + make(customers, day, kinds);
  }

  private int end(@Nullable String customers) {
    return jdbc.sql(END)
        .param("ids", customers)
        .param("zone", clock.getZone().getId())
        .param("now", clock.utc())
        .update();
  }

  /** What is due by the next working day, so that thanks are said within one (CAL-31). */
  private int make(@Nullable String customers, LocalDate day, String[] kinds) {
    return jdbc.sql(TASKS)
        .param("ids", customers)
        .param("until", rules.days().after(day))
        .param("kinds", kinds)
        .update();
  }
}
