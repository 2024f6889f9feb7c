package dev.winback.web.report;

import dev.winback.report.PaymentHabit;
import dev.winback.report.PaymentHabitFilter;
import dev.winback.report.PaymentHabits;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.web.aftercare.CareShown;
import dev.winback.web.aftercare.Cared;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who pays late or owes, for scripts. */
@RestController
class PaymentHabitApi {

  private static final int LARGEST_PAGE = 200;

  private final PaymentHabits habits;
  private final CareShown care;

  PaymentHabitApi(PaymentHabits habits, CareShown care) {
    this.care = care;
    this.habits = habits;
  }

  record PaymentHabitBody(
      String customer,
      int invoices,
      int late,
      int longest,
      @Nullable BigDecimal mean,
      @Nullable LocalDate lastLate,
      int open,
      String openSum,
      String currency,
      @Nullable LocalDate openSince,
      boolean credit,
      @Nullable LocalDate creditFrom) {

    static PaymentHabitBody of(PaymentHabit habit, String currency, LocalDate day) {
      return new PaymentHabitBody(
          habit.ref(),
          habit.invoices(),
          habit.late(),
          habit.longest(),
          habit.mean(),
          habit.lastLate(),
          habit.open(),
          habit.openSum().toPlainString(),
          currency,
          habit.openSince(),
          habit.credit(day),
          habit.creditFrom());
    }
  }

  /** As of the night of a day. */
  record PaymentsAnswer(
      LocalDate asOf,
      String currency,
      List<Cared<PaymentHabitBody>> items,
      @Nullable String next) {}

  @GetMapping("/api/v1/reports/payments")
  PaymentsAnswer payments(
      PaymentHabitFilter filter,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam @Nullable String after,
      Actor actor) {
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw Refused.field("limit", "refused.limit", LARGEST_PAGE, limit);
    }
    var page = habits.page(filter, after, limit, actor);
    var day = habits.day();
    var currency = habits.currency();
    var rows =
        page.items().stream().map(habit -> PaymentHabitBody.of(habit, currency, day)).toList();
    var marked = care.marked(new Paged<>(rows, page.next()), PaymentHabitBody::customer);
    return new PaymentsAnswer(day, currency, marked.items(), page.next());
  }
}
