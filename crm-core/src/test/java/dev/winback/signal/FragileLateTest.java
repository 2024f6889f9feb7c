package dev.winback.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** RET-02: who came back from a loss counts as late sooner, q = 0.20, for twelve months. */
@CoreTest
class FragileLateTest {

  private static final LocalDate LAST = LocalDate.of(2026, 1, 1);

  @Autowired TraitReading reading;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  @Test
  void theSoonerLimitHoldsUpToTheLastDayOfTheFragileYear() {
    var year = new Traits.Fragile(LAST.plusDays(31), new BigDecimal("0.20"));
    assertThat(year.lateDays(LAST, 30, 45)).isEqualTo(30);
    assertThat(year.lateDays(LAST, 31, 45)).isEqualTo(45);
    assertThat(year.lateDays(LAST, 30, 20)).isEqualTo(20);
  }

  @Test
  void theYearIsThatOfTheLastReturnAndTheShareIsASetting() {
    var customer = stories.aCustomer().save();
    returned(customer, 1, "2024-02-29");
    assertThat(traits(customer).fragile())
        .isEqualTo(new Traits.Fragile(LocalDate.of(2025, 2, 28), new BigDecimal("0.200")));
    returned(customer, 2, "2026-03-01");
    jdbc.sql("update aftercare_setting set late_share = 0.15").update();
    assertThat(traits(customer).fragile())
        .isEqualTo(new Traits.Fragile(LocalDate.of(2027, 3, 1), new BigDecimal("0.150")));
  }

  @Test
  void whoNeverCameBackHasNoFragileYear() {
    assertThat(traits(stories.aCustomer().save()).fragile()).isNull();
  }

  private Traits traits(CustomerId customer) {
    return reading.of(FoldScope.of(Set.of(customer))).getOrDefault(customer.value(), Traits.NONE);
  }

  private void returned(CustomerId customer, int number, String day) {
    jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency, returned_on)
            values (:customer, :number, 'RETURNED', date '2023-01-01', 'silent', :since, 1, 'EUR', cast(:day as date))
            """)
        .param("customer", customer.value())
        .param("number", number)
        .param("since", MovableClock.START.minusYears(4))
        .param("day", day)
        .update();
  }
}
