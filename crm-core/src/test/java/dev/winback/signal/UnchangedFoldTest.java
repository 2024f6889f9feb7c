package dev.winback.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.purchase.CustomerRange;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the fold found and what is stored are compared byte by byte; only what differs is written.
 */
@CoreTest
class UnchangedFoldTest {

  private static final FoldScope ALL = FoldScope.of(new CustomerRange(0, Long.MAX_VALUE));

  @Autowired Stories stories;
  @Autowired Fold fold;
  @Autowired FoldStore store;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  /** Figures with what JSON escapes, and names of different lengths. */
  @Test
  void figuresAreWrittenAsTheDatabasePrintsThem() {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("title", "\"Größe\"\\ a/b\n\t\r\b\f\u0001\u007f €𝄞 '");
    figures.put("b", 7);
    figures.put("list", -3L);
    figures.put("a", new BigDecimal("0.50"));
    figures.put("aa", new BigDecimal("1E+3"));
    figures.put("Z", new BigDecimal("-12345678901234567890.10"));
    for (var some : List.of(figures, Map.<String, Object>of())) {
      var text = Figures.text(some);
      assertThat(
              jdbc.sql("select cast(:f as jsonb)::text")
                  .param("f", text)
                  .query(String.class)
                  .single())
          .isEqualTo(text);
    }
  }

  private List<Folded> found() {
    return fold.fold(ALL, MovableClock.START, fold.detection(), null);
  }

  private void history() {
    stories.aCustomer("late").buyingEvery(30).times(5).silentFor(95).save();
    stories.aCustomer("lost").buyingEvery(31).times(4).silentFor(200).save();
    stories.aCustomer("once").times(1).silentFor(400).save();
    stories.aCustomer("never").neverBought().save();
  }

  private long staged(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  @Test
  void aSecondFoldStagesNothing() {
    history();
    transaction.executeWithoutResult(
        status -> {
          assertThat(store.store(ALL, found())).isPositive();
          assertThat(staged("signal")).isPositive();
          jdbc.sql("truncate folded_value, folded_signal").update();
          assertThat(store.store(ALL, found())).isZero();
          assertThat(staged("folded_value")).isZero();
          assertThat(staged("folded_signal")).isZero();
        });
  }

  @Test
  void whatDiffersInOneFieldIsWrittenAloneAndWhatIsGoneIsDropped() {
    history();
    transaction.executeWithoutResult(status -> store.store(ALL, found()));
    jdbc.sql("update customer_value set revenue = revenue + 0.01 where purchases = 5").update();
    jdbc.sql(
            "update signal set evidence = '{\"class\": 91}' where kind = 'silent' and since = (select max(since) from signal where kind = 'silent')")
        .update();
    jdbc.sql(
            "insert into signal (customer_id, kind, since, evidence) select id, 'cart', '2026-05-01', '{}' from customer where ref = 'never'")
        .update();
    jdbc.sql(
            "insert into signal (customer_id, kind, since, evidence, stale_owner) select id, 'stale-contact', '2026-05-01', '{}', owner_key from customer where ref = 'never'")
        .update();
    transaction.executeWithoutResult(
        status -> {
          assertThat(store.store(ALL, found())).isEqualTo(3);
          assertThat(staged("folded_value") + staged("folded_signal")).isEqualTo(1);
          assertThat(store.store(ALL, found())).isZero();
        });
    assertThat(
            jdbc.sql(
                    "select kind from signal where customer_id = (select id from customer where ref = 'never')")
                .query(String.class)
                .list())
        .as("others' signals are no matter of the fold")
        .containsExactly("stale-contact");
  }
}
