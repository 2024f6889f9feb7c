package dev.winback.demo;

import dev.winback.purchase.Purchase;
import dev.winback.purchase.Purchase.Field;
import dev.winback.purchase.Purchase.Status;
import dev.winback.purchase.Purchases;
import dev.winback.report.RollUps;
import dev.winback.shared.BusinessClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whom the firm does not want back because he pays late: he owes his last order. */
@Component
class DemoDebts {

  private static final int DAYS_LATER = 20;

  private final Purchases purchases;
  private final RollUps rollUps;
  private final BusinessClock clock;

  DemoDebts(Purchases purchases, RollUps rollUps, BusinessClock clock) {
    this.purchases = purchases;
    this.rollUps = rollUps;
    this.clock = clock;
  }

  /** After the payments, which the reports count as if the night had seen them. */
  void owe(List<DemoLife> lives) {
    purchases.record(
        lives.stream().filter(life -> life.fate() == Fate.NOT_WANTED).map(this::unpaid).toList());
    rollUps.settle(clock.today());
  }

  private Purchase unpaid(DemoLife life) {
    var day = last(life).plusDays(DAYS_LATER);
    return new Purchase(
        0,
        life.ref(),
        "shop",
        life.ref() + "-" + day,
        day.atTime(10, 40).atZone(clock.getZone()).toInstant(),
        amount(day),
        null,
        null,
        Status.PENDING,
        null,
        null,
        null,
        null,
        null,
        null,
        EnumSet.of(Field.STATUS));
  }

  private static LocalDate last(DemoLife life) {
    var days = life.history().days();
    return days.get(days.size() - 1);
  }

  /** Somewhere between 80 and 390. */
  private static BigDecimal amount(LocalDate day) {
    return BigDecimal.valueOf(80 + day.getDayOfMonth() * 10L);
  }
}
