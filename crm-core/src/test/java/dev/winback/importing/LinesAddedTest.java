package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.CoreTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** OPS-04: of the lines of a purchase each sum is added up, and what differs is never chosen. */
@CoreTest
class LinesAddedTest {

  private static final String HEADER = "Bon;Kunde;Datum;Menge;Preis;Ertrag;Erstattet;Zustand\n";

  private static final Mapping LINES =
      new Mapping(
          "purchases",
          Map.of(
              "purchase",
              "Bon",
              "customer",
              "Kunde",
              "time",
              "Datum",
              "margin",
              "Ertrag",
              "refunded",
              "Erstattet",
              "status",
              "Zustand"),
          new Mapping.Lines("Menge", "Preis", null),
          null,
          List.of(),
          null,
          null,
          null,
          null,
          Map.of());

  @Autowired Loading loading;
  @Autowired Mappings mappings;
  @Autowired JdbcClient jdbc;

  @Test
  void marginAndRefundOfTheLinesAreAddedUp() {
    var run =
        load(
            """
            1;a;03.02.2026;1;20,00;10,00;5,00;paid
            1;a;03.02.2026;1;20,00;10,00;;paid
            1;a;03.02.2026;2;10,00;-2,505;2,50;
            2;a;04.02.2026;1;8,00;;;
            2;a;04.02.2026;1;8,00;;;
            3;a;05.02.2026;1;8,00;4,00;;
            3;a;05.02.2026;1;8,00;;;
            """);
    assertThat(loading.problems(run)).isEmpty();
    assertThat(told())
        .containsExactly("1 60.00 17.50 7.50 PAID", "2 16.00 - - PAID", "3 16.00 - - PAID");
  }

  @Test
  void aLineThatIsNoNumberSaysWhereItStands() {
    var run = load("1;a;03.02.2026;1;20,00;1,00;;\n1;a;03.02.2026;1;20,00;some;;\n");
    assertThat(loading.problems(run)).containsExactly("2 Ertrag with-line", "3 Ertrag number");
  }

  @Test
  void linesOfDifferentStatusComeBackInsteadOfTheFirstBeingTaken() {
    var run =
        load(
            """
            1;a;03.02.2026;1;20,00;;;paid
            1;a;03.02.2026;1;20,00;;;refunded
            2;a;03.02.2026;1;20,00;;;Cancelled
            2;a;03.02.2026;1;20,00;;;cancelled
            """);
    assertThat(loading.problems(run))
        .containsExactly("2 Zustand status-differs", "3 Zustand status-differs");
    assertThat(told()).containsExactly("2 40.00 - - CANCELLED");
  }

  private ImportRun load(String rows) {
    var run = loading.load(HEADER + rows);
    mappings.explain(run.id(), null, LINES, loading.manager());
    return loading.finished(run.id());
  }

  private List<String> told() {
    return jdbc.sql(
            """
            select concat_ws(' ', external_id, amount, coalesce(margin::text, '-'),
                coalesce(refund_told::text, '-'), upper(status))
            from purchase order by 1
            """)
        .query(String.class)
        .list();
  }
}
