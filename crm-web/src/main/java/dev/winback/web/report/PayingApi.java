package dev.winback.web.report;

import dev.winback.report.PayingFilter;
import dev.winback.report.PayingHabit;
import dev.winback.report.PayingHabits;
import dev.winback.shared.Paged;
import dev.winback.staff.Actor;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who pays late or owes, for scripts. */
@RestController
class PayingApi {

  private static final int ROWS = 50;

  private final PayingHabits habits;

  PayingApi(PayingHabits habits) {
    this.habits = habits;
  }

  record Paying(
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

    static Paying of(PayingHabit habit, String currency, LocalDate day) {
      return new Paying(
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

  @GetMapping("/api/v1/reports/payments")
  Paged<Paying> payments(
      PayingFilter filter, @RequestParam(required = false) @Nullable String after, Actor actor) {
    var page = habits.page(filter, after, ROWS, actor);
    return new Paged<>(
        page.items().stream()
            .map(habit -> Paying.of(habit, habits.currency(), habits.day()))
            .toList(),
        page.next());
  }
}
