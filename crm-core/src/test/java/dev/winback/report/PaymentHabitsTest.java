package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.CustomerId;
import dev.winback.customer.Customers;
import dev.winback.nightly.NightlyRun;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** MEA-15: who pays late, at the limit of two weeks, and counted once more invoice by invoice. */
@CoreTest
class PaymentHabitsTest {

  private static final PaymentHabitFilter ALL = new PaymentHabitFilter(null);

  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired RollUps rollUps;
  @Autowired PaymentHabits habits;
  @Autowired Customers customers;
  @Autowired Invoices invoices;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private Actor boss;
  private Actor anna;
  private LocalDate today;
  private int payments;

  @BeforeEach
  void aFirm() {
    boss = stories.manager();
    anna = stories.rep("anna");
    today = clock.today();
    payments = 0;
    nightly.run(today);
  }

  private CustomerId customer(String ref) {
    return stories.aCustomer(ref).neverBought().save();
  }

  private void paid(CustomerId customer, LocalDate due, LocalDate day, @Nullable String purchase) {
    jdbc.sql(
            """
            insert into payment (customer_id, source, external_id, paid_at, amount, currency, purchase, due_on)
            values (:c, 'story', :id, :at, 40, 'EUR', :purchase, :due)
            """)
        .param("c", customer.value())
        .param("id", "y" + payments++)
        .param("at", day.atTime(10, 0).atOffset(ZoneOffset.UTC))
        .param("purchase", purchase)
        .param("due", due)
        .update();
  }

  private String unpaid(CustomerId customer, LocalDate day) {
    long id = stories.purchase(customer, day, "100");
    return jdbc.sql("update purchase set status = 'pending' where id = :id returning external_id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  private List<PaymentHabit> list(PaymentHabitFilter filter) {
    rollUps.settle(today);
    return habits.page(filter, null, 100, boss).items();
  }

  @ParameterizedTest
  @CsvSource({"14,0", "15,1"})
  void lateIsMoreThanTwoWeeks(int delay, int late) {
    paid(customer("L"), today.minusDays(60), today.minusDays(60 - delay), null);
    assertThat(list(ALL)).hasSize(late);
  }

  @ParameterizedTest
  @CsvSource({"14,0", "15,1"})
  void unpaidIsOverdueAfterTwoWeeks(int days, int rows) {
    unpaid(customer("U"), today.minusDays(days));
    assertThat(list(ALL)).hasSize(rows).allMatch(row -> row.open() == 1);
  }

  @Test
  void whoWasErasedIsNobodyToAskForMoney() {
    var gone = customer("U");
    unpaid(gone, today.minusDays(30));
    assertThat(list(ALL)).hasSize(1);
    customers.erase("U", boss);
    assertThat(list(ALL)).isEmpty();
    assertThat(habits.count(ALL, boss)).isZero();
    assertThatThrownBy(() -> invoices.name("erased-" + gone.value(), boss))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void partsOfAnInvoiceAreOneAndItsDayIsTheOneAgreed() {
    var customer = customer("P");
    var purchase = unpaid(customer, today.minusDays(90));
    paid(customer, today.minusDays(50), today.minusDays(60), purchase);
    paid(customer, today.minusDays(50), today.minusDays(30), purchase);
    assertThat(list(ALL))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.invoices()).isEqualTo(1);
              assertThat(row.late()).isEqualTo(1);
              assertThat(row.longest()).isEqualTo(20);
              assertThat(row.openSum()).isEqualByComparingTo("20");
              assertThat(row.openSince()).isEqualTo(today.minusDays(50));
              assertThat(row.creditFrom()).isNull();
            });
    paid(customer, today.minusDays(50), today.minusDays(29), purchase);
    assertThat(list(new PaymentHabitFilter("open"))).isEmpty();
    assertThat(list(new PaymentHabitFilter("late"))).hasSize(1);
  }

  /** Six months of good conduct to the day, and something paid in time in them. */
  @Test
  void creditComesAfterSixMonthsOfGoodConduct() {
    var customer = customer("C");
    var late = today.minusMonths(6);
    paid(customer, late.minusDays(40), late, null);
    assertThat(list(new PaymentHabitFilter("credit"))).isEmpty();
    paid(customer, today.minusDays(3), today.minusDays(3), null);
    assertThat(list(new PaymentHabitFilter("credit")))
        .singleElement()
        .matches(row -> row.credit(today));
    assertThat(list(new PaymentHabitFilter("prepay"))).isEmpty();
    var other = customer("D");
    paid(other, late.minusDays(40), late.plusDays(1), null);
    paid(other, today.minusDays(3), today.minusDays(3), null);
    assertThat(list(new PaymentHabitFilter("prepay")))
        .singleElement()
        .matches(row -> !row.credit(today) && today.plusDays(1).equals(row.creditFrom()));
  }

  @Test
  void whatIsPaidOrTakenBackLeavesTheListInTheNextNight() {
    var customer = customer("T");
    unpaid(customer, today.minusDays(40));
    assertThat(list(ALL)).hasSize(1);
    assertThat(rollUps.settle(today)).as("twice").isZero();
    jdbc.sql("update purchase set status = 'paid'").update();
    clock.setDay(today.plusDays(1));
    nightly.run(clock.today());
    assertThat(habits.count(ALL, boss)).isZero();
  }

  /** Five filters over eighty customers, for all and for a rep. */
  @Test
  void everyListIsAsLongAsItsCountAndWhatThePaymentsSay() {
    var random = new SplittableRandom(5);
    for (int i = 0; i < 80; i++) {
      var story = stories.aCustomer("G-" + i).neverBought();
      var customer = (i % 4 == 0 ? story.ownedBy(anna) : story).save();
      for (int n = random.nextInt(5); n > 0; n--) {
        var due = today.minusDays(random.nextInt(60, 700));
        paid(customer, due, due.plusDays(random.nextInt(-5, 45)), null);
      }
      if (random.nextInt(4) == 0) {
        unpaid(customer, today.minusDays(random.nextInt(1, 60)));
      }
    }
    rollUps.settle(today);
    for (var actor : List.of(boss, anna)) {
      var owned = actor == boss ? "true" : "c.owner_id = " + anna.member();
      assertThat(paged("late", actor)).isEqualTo(number(LATE, owned)).isPositive();
      assertThat(paged("open", actor)).isEqualTo(number(OPEN, owned)).isPositive();
      assertThat(paged("all", actor)).isEqualTo(number(LATE + " or " + OPEN, owned));
      assertThat(paged("prepay", actor) + paged("credit", actor)).isEqualTo(paged("all", actor));
    }
    assertThat(paged("credit", boss)).isPositive();
  }

  private static final String LATE =
      "exists (select from payment y where y.customer_id = c.id and cast(y.paid_at as date) - y.due_on >= 15)";
  private static final String OPEN =
      "exists (select from purchase p where p.customer_id = c.id and p.status = 'pending' and cast(p.purchased_at as date) < :day - 14)";

  private long number(String condition, String owned) {
    return jdbc.sql("select count(*) from customer c where (" + condition + ") and " + owned)
        .param("day", today)
        .query(Long.class)
        .single();
  }

  private long paged(String show, Actor actor) {
    var filter = new PaymentHabitFilter(show);
    var seen = new HashSet<Long>();
    String after = null;
    do {
      var page = habits.page(filter, after, 3, actor);
      page.items().forEach(row -> assertThat(seen.add(row.id())).isTrue());
      page.items().forEach(row -> assertThat(row.credit(today)).isEqualTo(credit(row)));
      after = page.next();
    } while (after != null);
    assertThat(habits.count(filter, actor)).isEqualTo(seen.size());
    return seen.size();
  }

  private boolean credit(PaymentHabit row) {
    return habits.page(new PaymentHabitFilter("credit"), null, 100, boss).items().contains(row);
  }

  /** The list behind each number of each customer, page by page. */
  @Test
  void theInvoicesBehindANumberAreAsMany() {
    var random = new SplittableRandom(15);
    for (int i = 0; i < 20; i++) {
      var customer = customer("I-" + i);
      for (int n = random.nextInt(6); n > 0; n--) {
        var due = today.minusDays(random.nextInt(60, 700));
        var order = random.nextBoolean() ? "order" + random.nextInt(3) : null;
        paid(customer, due, due.plusDays(random.nextInt(-5, 45)), order);
      }
      if (random.nextBoolean()) {
        unpaid(customer, today.minusDays(random.nextInt(1, 60)));
      }
    }
    for (var row : list(ALL)) {
      assertThat(behind(row, "late")).as("late, %s", row).hasSize(row.late());
      assertThat(behind(row, "paid")).as("paid, %s", row).hasSize(row.invoices());
      assertThat(behind(row, "open")).as("open, %s", row).hasSize(row.open());
      assertThat(behind(row, "late").stream().mapToInt(Invoice::delay).max().orElse(0))
          .isEqualTo(row.longest());
      assertThat(habits.of(row.ref(), boss)).contains(row);
    }
  }

  private List<Invoice> behind(PaymentHabit row, String show) {
    var filter = new InvoiceFilter(show);
    var all = new java.util.ArrayList<Invoice>();
    String after = null;
    do {
      var page = invoices.page(row.ref(), filter, after, 2, boss);
      all.addAll(page.items());
      after = page.next();
    } while (after != null);
    assertThat(all).doesNotHaveDuplicates();
    assertThat(invoices.count(row.ref(), filter, boss)).isEqualTo(all.size());
    return all;
  }

  @Test
  void invoicesOfOthersAreNotThere() {
    var customer = customer("S");
    paid(customer, today.minusDays(60), today.minusDays(20), null);
    assertThat(invoices.name("S", boss)).isNotBlank();
    assertThatThrownBy(() -> invoices.name("S", anna)).isInstanceOf(NotFound.class);
    assertThat(invoices.count("S", new InvoiceFilter(null), anna)).isZero();
    assertThatThrownBy(() -> invoices.name("S", stories.marketing()))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> invoices.count("S", new InvoiceFilter("old"), boss))
        .isInstanceOf(Refused.class);
  }

  @Test
  void whatIsNoListIsRefused() {
    assertThatThrownBy(() -> habits.count(new PaymentHabitFilter("rich"), boss))
        .isInstanceOf(Refused.class);
  }
}
