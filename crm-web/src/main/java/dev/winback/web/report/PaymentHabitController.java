package dev.winback.web.report;

import dev.winback.report.PaymentHabit;
import dev.winback.report.PaymentHabitFilter;
import dev.winback.report.PaymentHabits;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who pays late or owes, and whether he should get credit. */
@Controller
class PaymentHabitController {

  private static final int ROWS = 50;

  private final PaymentHabits habits;
  private final BusinessClock clock;
  private final Wording wording;

  PaymentHabitController(PaymentHabits habits, BusinessClock clock, Wording wording) {
    this.habits = habits;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/reports/payments")
  String page(
      PaymentHabitFilter filter,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    model.addAttribute("page", habits.page(filter, after, ROWS, actor));
    model.addAttribute("count", habits.count(filter, actor));
    model.addAttribute("show", filter.asked());
    model.addAttribute("shows", PaymentHabitFilter.SHOWS);
    model.addAttribute("day", habits.day());
    model.addAttribute("currency", habits.currency());
    model.addAttribute("address", ListAddress.of(request));
    return "report/payments";
  }

  @GetMapping({"/reports/payments.csv", "/reports/payments.xlsx"})
  void file(
      PaymentHabitFilter filter,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    actor.require(Permission.SEE_LOSSES);
    filter.asked();
    var day = habits.day();
    // once and not for each of 70,000 rows
    var advice = Map.of(true, wording.of("payments.credit"), false, wording.of("payments.prepay"));
    try (var file = Export.open(request, response, clock.today(), "payments")) {
      file.head(wording.of("payments.csv"));
      habits.export(filter, actor, habit -> file.row(cells(habit, day, advice)));
    }
  }

  private @Nullable Object[] cells(PaymentHabit habit, LocalDate day, Map<Boolean, String> advice) {
    boolean credit = habit.credit(day);
    return new @Nullable Object[] {
      habit.ref(),
      habit.name(),
      habit.city(),
      habit.owner(),
      habit.invoices(),
      habit.late(),
      habit.longest(),
      habit.mean(),
      habit.lastLate(),
      habit.open(),
      habit.openSum(),
      habits.currency(),
      habit.openSince(),
      advice.get(credit),
      credit ? null : habit.creditFrom()
    };
  }
}
