package dev.winback.demo;

import dev.winback.letter.LetterOutcomes;
import dev.winback.purchase.Cart;
import dev.winback.purchase.Carts;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Carts that regular customers of the demo firm left in the past year, most of them reminded of and
 * some kept back to compare with, and its reminders as they stand today.
 */
@Component
class DemoCarts {

  private static final String LETTER = Sql.of(DemoCarts.class, "cart-letter.sql");
  private static final int OLDEST = 330;
  private static final int NEWEST = 25;
  private static final int WINDOW = 14;

  private final Carts carts;
  private final LetterOutcomes outcomes;
  private final BusinessClock clock;
  private final JdbcClient jdbc;

  DemoCarts(Carts carts, LetterOutcomes outcomes, BusinessClock clock, JdbcClient jdbc) {
    this.carts = carts;
    this.outcomes = outcomes;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  /** One cart of the past, and whether its first reminder was kept back. */
  private record Left(String ref, LocalDate day, boolean kept) {

    String id() {
      return "L-" + ref + "-" + day;
    }
  }

  void leave(List<DemoLife> lives) {
    var left = new ArrayList<Left>();
    for (var life : lives) {
      if (life.fate() == Fate.REGULAR) {
        add(life, left);
      }
    }
    carts.record(left.stream().map(this::cart).toList());
    left.forEach(this::remind);
    jdbc.sql(
            """
            update rung set mode = 'review', since = :today, control = case number when -11 then 35 else control end,
                            version = version + 1
             where number between -13 and -11
            """)
        .param("today", clock.today())
        .update();
    // the demo's last night has passed: what these reminders brought is counted as the next would
    outcomes.settle(clock.today());
  }

  /**
   * Three of eight are kept back; one of five that was reminded of is ordered, else one of nine.
   */
  private void add(DemoLife life, List<Left> left) {
    int nth = left.size();
    boolean kept = nth % 8 < 3;
    boolean ordered = kept ? nth % 9 == 0 : nth % 5 == 0;
    var day = day(life.history().days(), ordered);
    if (day != null) {
      left.add(new Left(life.ref(), day, kept));
    }
  }

  /** Four days before an order, or three after one that is followed by none for a while. */
  private @Nullable LocalDate day(List<LocalDate> bought, boolean ordered) {
    for (int i = bought.size() - 2; i > 0; i--) {
      var day = ordered ? bought.get(i).minusDays(4) : bought.get(i).plusDays(3);
      var before = bought.get(i - 1).plusDays(1);
      var next = ordered ? bought.get(i) : bought.get(i + 1);
      boolean fits = day.isAfter(before) && (ordered || next.isAfter(day.plusDays(WINDOW + 1)));
      if (fits && DemoLife.within(day, today(OLDEST), today(NEWEST))) {
        return day;
      }
    }
    return null;
  }

  private LocalDate today(int daysAgo) {
    return clock.today().minusDays(daysAgo);
  }

  private Cart cart(Left left) {
    return new Cart(
        1,
        left.ref(),
        "shop",
        left.id(),
        at(left, 9).toInstant(),
        null,
        "2 × Filter coffee Köln blend 500 g",
        new BigDecimal("38.00"),
        null,
        "https://shop.example.org/cart/" + left.ref(),
        null,
        null,
        null,
        null,
        null,
        -1);
  }

  private void remind(Left left) {
    jdbc.sql(LETTER)
        .param("cart", left.id())
        .param("kept", left.kept())
        .param("day", left.day())
        .param("at", at(left, 10))
        .update();
  }

  private OffsetDateTime at(Left left, int hour) {
    return left.day().atTime(LocalTime.of(hour, 20)).atZone(clock.getZone()).toOffsetDateTime();
  }
}
