package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.CoreTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** OPS-04: cells of a mapped file that a till or an accountant wrote for people. */
@CoreTest
class WrittenForPeopleTest {

  private static final Map<String, String> COLUMNS =
      Map.of("purchase", "Bon", "customer", "Kunde", "time", "Datum");

  @Autowired Loading loading;
  @Autowired Mappings mappings;
  @Autowired JdbcClient jdbc;

  @Test
  void anAmountMayHaveItsCurrencyAndItsMinusBehindIt() {
    var run =
        load(
            """
            Bon;Kunde;Datum;Summe
            1;a;2026/02/03;12,50 €
            2;a;20260204;1.200,00 CHF
            3;a;2026.02.05.;8,00
            4;a;2026-02-06;7,50- €
            """,
            columns("amount", "Summe"),
            null,
            "PLN");
    assertThat(loading.problems(run)).isEmpty();
    assertThat(facts())
        .containsExactly(
            "purchase 1 12.50 EUR 2026-02-03",
            "purchase 2 1200.00 CHF 2026-02-04",
            "purchase 3 8.00 PLN 2026-02-05",
            "refund 4 7.50 EUR 2026-02-06");
  }

  @Test
  void pricesOfLinesMayHaveTheirCurrency() {
    var run =
        load(
            """
            Bon;Kunde;Datum;Menge;Preis
            1;a;2026/02/03;2;$1.50
            1;a;2026/02/03;1;$ 3.00
            2;a;2026/02/03;1-;GBP 3.00
            """,
            COLUMNS,
            new Mapping.Lines("Menge", "Preis", null),
            "USD");
    assertThat(loading.problems(run)).isEmpty();
    assertThat(facts())
        .containsExactly("purchase 1 6.00 USD 2026-02-03", "refund 2 3.00 GBP 2026-02-03");
  }

  @Test
  void unitsFollowTheDecimalSignOfTheFile() {
    var columns = new HashMap<>(columns("amount", "Summe"));
    columns.put("units", "Menge");
    var run =
        load(
            """
            Bon;Kunde;Datum;Menge;Summe
            1;a;03.02.2026;1.000;12,50
            2;a;03.02.2026;2,0;12,50
            3;a;03.02.2026;1,5;12,50
            4;a;03.02.2026;3,000;12,50
            """,
            columns,
            null,
            null);
    assertThat(loading.problems(run)).containsExactly("4 Menge count");
    assertThat(
            jdbc.sql("select external_id || ' ' || units from purchase order by 1")
                .query(String.class)
                .list())
        .containsExactly("1 1000", "2 2", "4 3");
  }

  private static Map<String, String> columns(String ours, String theirs) {
    var columns = new HashMap<>(COLUMNS);
    columns.put(ours, theirs);
    return columns;
  }

  private ImportRun load(
      String file,
      Map<String, String> columns,
      Mapping.@Nullable Lines lines,
      @Nullable String currency) {
    var run = loading.load(file);
    var mapping =
        new Mapping(
            "purchases",
            columns,
            lines,
            new Mapping.Cancelled(null, true),
            List.of(),
            currency,
            null,
            null,
            null,
            Map.of());
    mappings.explain(run.id(), null, mapping, loading.manager());
    return loading.finished(run.id());
  }

  private List<String> facts() {
    return jdbc.sql(
            """
            select concat_ws(' ', 'purchase', external_id, amount, currency,
                (purchased_at at time zone 'Europe/Berlin')::date) from purchase
            union all
            select concat_ws(' ', 'refund', external_id, amount, currency,
                (refunded_at at time zone 'Europe/Berlin')::date) from refund
            order by 1
            """)
        .query(String.class)
        .list();
  }
}
