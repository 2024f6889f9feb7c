package dev.winback.worth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.shared.BusinessClock;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** science.md, "Offers and experiments" 3: the 99 % quantile of the orders before a comparison. */
@CoreTest
class OrderCapsTest {

  @Autowired OrderCaps caps;
  @Autowired Stories stories;
  @Autowired BusinessClock clock;
  @Autowired JdbcClient jdbc;
  private LocalDate start;

  @BeforeEach
  void start() {
    start = clock.today();
  }

  /** Orders of 1.00, 2.00 and so on, all on one day. */
  private void orders(int many, LocalDate day, String currency) {
    var customer = stories.aCustomer("C" + day + currency).neverBought().save();
    jdbc.sql(
            """
            insert into purchase (customer_id, source, external_id, purchased_at, amount, currency, status)
            select :customer, 'cap', :day || :currency || n, :day::date + interval '12 hours', n, :currency, 'paid'
              from generate_series(1, :many) n
            """)
        .param("customer", customer.value())
        .param("day", day.toString())
        .param("currency", currency)
        .param("many", many)
        .update();
  }

  @Test
  void ofTwoHundredOrdersItIsTheHundredAndNinetyEighth() {
    orders(200, start.minusDays(30), "EUR");
    orders(900, start.minusDays(366), "EUR");
    orders(900, start, "EUR");
    orders(900, start.minusDays(30), "USD");
    caps.settle(start);
    assertThat(caps.of(start)).isEqualByComparingTo("198");
    assertThat(caps.of(start.plusDays(1))).isNull();
  }

  @Test
  void ofFewerThanAHundredNothingIsCut() {
    orders(99, start.minusDays(30), "EUR");
    caps.settle(start);
    assertThat(caps.of(start)).isNull();
  }

  /** What a look has said would be another thing at the next one. */
  @Test
  void itStaysWhatItWas() {
    orders(100, start.minusDays(30), "EUR");
    caps.settle(start);
    orders(200, start.minusDays(20), "EUR");
    caps.settle(start);
    assertThat(caps.of(start)).isEqualByComparingTo("99");
    assertThat(jdbc.sql("select orders from order_cap").query(Long.class).list())
        .containsExactly(100L);
  }
}
