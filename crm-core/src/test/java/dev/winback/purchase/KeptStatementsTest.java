package dev.winback.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.shared.BusinessClock;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Facts wait in temporary tables that come and go with each call: the connection keeps its
 * statements with their plans all the same, else each call plans all of them anew.
 */
@CoreTest
class KeptStatementsTest {

  @Autowired Stories stories;
  @Autowired Purchases purchases;
  @Autowired BusinessClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void aStatementIsStillKnownAfterFactsWereStored() {
    stories.aCustomer("K-1").save();
    transaction.executeWithoutResult(
        tx -> {
          var before = nameOfThisStatement();
          purchases.record(List.of(purchase()));
          assertThat(nameOfThisStatement()).isEqualTo(before);
        });
  }

  private Purchase purchase() {
    return Purchase.paid("K-1", "test", "p1", clock.instant(), BigDecimal.TEN, "EUR");
  }

  private String nameOfThisStatement() {
    return jdbc.sql(
            "select name from pg_prepared_statements where statement like 'select name from pg_prep%'")
        .query(String.class)
        .single();
  }
}
