package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Refused;
import java.time.LocalDate;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Cohorts (look.md, "Charts"): each cell over a generated history, counted once more from the
 * purchases, and as long as its list.
 */
class CohortsTest extends RolledUpHistory {

  @Autowired Cohorts cohorts;

  @Test
  void everyMonthIsWhatThePurchasesSayAndAsLongAsItsList() {
    for (var look : looks()) {
      var table = cohorts.table(new MonthSpan("2025-01", null), look.actor());
      assertThat(table.quarters()).isFalse();
      assertThat(table.rows()).hasSize(18);
      assertThat(table.customers()).isPositive();
      agrees(table, look, "YYYY-MM", "month");
    }
  }

  @Test
  void everyQuarterIsWhatThePurchasesSayAndAsLongAsItsList() {
    for (var look : looks()) {
      var table = cohorts.table(new MonthSpan("2023-05", null), look.actor());
      assertThat(table.quarters()).isTrue();
      assertThat(table.rows().get(0).cohort()).hasToString("2023-04");
      agrees(table, look, "YYYY-Q", "quarter");
    }
  }

  private void agrees(CohortTable table, Look look, String form, String unit) {
    long bought = 0;
    for (var row : table.rows()) {
      assertThat(row.customers()).as("%s", row).isEqualTo(counted(row, 0, look, form));
      assertThat(listed(row, 0, unit, look)).isEqualTo(row.customers());
      for (var cell : row.cells()) {
        assertThat(cell.customers())
            .as("%s %s", row.cohort(), cell)
            .isEqualTo(counted(row, cell.since(), look, form));
        assertThat(listed(row, cell.since(), unit, look)).isEqualTo(cell.customers());
        bought += cell.customers();
      }
    }
    assertThat(bought).isPositive();
  }

  private long counted(CohortTable.Row row, int since, Look look, String form) {
    var later = row.cohort().plusMonths(since * (form.endsWith("Q") ? 3L : 1L));
    return number(
        """
        select count(*) from (
          select customer_id, min(purchased_at at time zone ZONE) as first,
                 array_agg(to_char(purchased_at at time zone ZONE, 'FORM')) as bought
            from purchase where counting group by 1) x
         where to_char(first, 'FORM') = to_char(date '%s', 'FORM') and to_char(date '%s', 'FORM') = any (bought) and %s
        """
            .replace("FORM", form)
            .formatted(row.cohort().atDay(1), later.atDay(1), look.customers()));
  }

  /** Page by page, each customer once. */
  private long listed(CohortTable.Row row, int since, String unit, Look look) {
    var cell = new CohortCell(row.cohort().toString(), unit, "" + since);
    var seen = new HashSet<Long>();
    String after = null;
    do {
      var page = cohorts.names(cell, after, 2, look.actor());
      page.items().forEach(buyer -> assertThat(seen.add(buyer.id())).isTrue());
      after = page.next();
    } while (after != null);
    assertThat(cohorts.count(cell, look.actor())).isEqualTo(seen.size());
    return seen.size();
  }

  @Test
  void theRunningMonthIsPartialAndCountsInNoTotal() {
    var table = cohorts.table(new MonthSpan(null, null), boss);
    assertThat(table.rows()).hasSize(12);
    assertThat(table.first()).hasToString("2025-07");
    assertThat(table.rows().get(10).cells()).singleElement().matches(CohortTable.Cell::partial);
    assertThat(table.rows().get(11).cells()).isEmpty();
    var total = table.total(1);
    assertThat(total).isNotNull();
    assertThat(total.of())
        .isEqualTo(table.rows().subList(0, 10).stream().mapToLong(r -> r.customers()).sum());
  }

  @Test
  void aSecondRunChangesNothing() {
    assertThat(rollUps.settle(clock.today())).isZero();
  }

  @Test
  void lateAndCorrectedPurchasesAreRightAfterTheNextNight() {
    var customer = customers.get(4);
    var january = new MonthSpan("2025-02", "2025-03");
    stories.purchase(customer, LocalDate.of(2020, 3, 31), "10");
    jdbc.sql("update purchase set status = 'cancelled' where customer_id = :c")
        .param("c", customers.get(5).value())
        .update();
    jdbc.sql(
            "update purchase set purchased_at = purchased_at - interval '31 days' where customer_id = :c")
        .param("c", customers.get(6).value())
        .update();

    clock.setDay(clock.today().plusDays(1));
    nightly.run(clock.today());

    assertThat(
            number("select first_month from buying_months where customer_id = " + customer.value()))
        .isEqualTo(2020 * 12 + 2);
    assertThat(
            number(
                "select count(*) from buying_months where customer_id = "
                    + customers.get(5).value()))
        .isZero();
    everyMonthIsWhatThePurchasesSayAndAsLongAsItsList();
    assertThat(cohorts.table(january, boss).rows()).hasSize(2);
  }

  @Test
  void whatIsNoMonthNoUnitAndNoNumberIsRefused() {
    for (var span :
        new MonthSpan[] {
          new MonthSpan("soon", null),
          new MonthSpan(null, "2026-07"),
          new MonthSpan("2026-05", "2026-04"),
          new MonthSpan("2016-06", null)
        }) {
      assertThatThrownBy(() -> cohorts.table(span, boss)).isInstanceOf(Refused.class);
    }
    for (var cell :
        new CohortCell[] {
          new CohortCell(null, null, null),
          new CohortCell("2026-01", "week", null),
          new CohortCell("2026-01", null, "-1")
        }) {
      assertThatThrownBy(() -> cohorts.count(cell, boss)).isInstanceOf(Refused.class);
    }
    assertThat(cohorts.table(new MonthSpan("2016-07", null), boss).rows()).hasSize(40);
  }
}
