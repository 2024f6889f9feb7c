package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.importing.ImportRun.State;
import dev.winback.shared.Refused;
import dev.winback.testing.CoreTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** OPS-04: any table goes in once a person or a script has said what its columns mean. */
@CoreTest
class MappingTest {

  private static final String TILL =
      """
      Bonnr;Kunde;Datum;Bezeichnung;Menge;Einzelpreis
      17;4711;03.02.2026 10:00;Tee;2;3,50
      18;4712;03.02.2026 11:00;Tasse;1;8,00
      17;4711;03.02.2026 10:00;Kanne;1;20,005
      C19;4711;04.02.2026 09:00;Kanne;-1;20,00
      20;NA;05.02.2026 09:00;Tee;1;3,50
      21;4713;06.02.2026 09:00;Tee;1;3,50
      21;4713;06.02.2026 09:00;Tasse;eine;8,00
      """;

  private static final Mapping LINES =
      new Mapping(
          "purchases",
          Map.of("customer", "Kunde", "time", "Datum", "purchase", "Bonnr", "items", "Bezeichnung"),
          new Mapping.Lines("Menge", "Einzelpreis", null),
          new Mapping.Cancelled("C", true),
          List.of("NA"),
          "EUR",
          "till",
          null,
          null,
          Map.of());

  @Autowired Loading loading;
  @Autowired Imports imports;
  @Autowired Mappings mappings;
  @Autowired MappingJson json;
  @Autowired JdbcClient jdbc;

  @Test
  void anUnknownHeaderWaitsForAPersonAndGoesOnWhenItIsExplained() {
    var run = loading.load(TILL);
    assertThat(run.state()).isEqualTo(State.WAITING);
    mappings.explain(run.id(), "Till", LINES, loading.manager());
    var done = loading.finished(run.id());
    assertThat(done.state()).isEqualTo(State.DONE);
    assertThat(List.of(done.rows(), done.created(), done.same(), done.rejected()))
        .containsExactly(7L, 4L, 0L, 3L);
    assertThat(loading.problems(done))
        .containsExactly("6 Kunde required", "7 Menge with-line", "8 Menge number");
    assertThat(facts())
        .containsExactly(
            "purchase 17 27.01 3 2 × Tee, Kanne", "purchase 18 8.00 1 Tasse", "refund C19 20.00");
  }

  /** Each new customer is counted with the first kind of the file that brings him. */
  @Test
  void whomPurchasesOfTheSameFileMakeTheRefundsKnow() {
    var run =
        loading.load(
            TILL.replace("C19;4711", "C18;4799;04.02.2026 09:00;Kanne;-1;20,00\nC19;4711"));
    mappings.explain(run.id(), "Till", LINES, loading.manager());
    loading.finished(run.id());
    assertThat(
            jdbc.sql("select type || ' ' || customers from import_part order by place")
                .query(String.class)
                .list())
        .containsExactly("purchases 2", "refunds 1");
  }

  @Test
  void theMinutesInWhichAPersonLooksAreNotOnesOfTheRun() {
    var run = loading.load(TILL);
    jdbc.sql("update import_run set started_at = started_at - interval '1 hour'").update();
    mappings.explain(run.id(), "Till", LINES, loading.manager());
    assertThat(loading.finished(run.id()).seconds()).isLessThan(600);
  }

  @Test
  void theNextFileWithTheSameColumnsIsReadWithoutAsking() {
    var run = loading.load(TILL);
    mappings.explain(run.id(), "Till", LINES, loading.manager());
    loading.finished(run.id());
    var before = facts();
    var again = loading.load(TILL);
    assertThat(again.state()).isEqualTo(State.DONE);
    assertThat(List.of(again.created(), again.changed(), again.same())).containsExactly(0L, 0L, 4L);
    assertThat(facts()).isEqualTo(before);
    mappings.forget(mappings.all(loading.manager()).get(0).id(), loading.manager());
    assertThat(loading.load(TILL).state()).isEqualTo(State.WAITING);
  }

  @Test
  void aScriptExplainsTheColumnsWithTheCall() {
    var run = load("auto", json.written(LINES));
    assertThat(run.state()).isEqualTo(State.DONE);
    assertThat(run.created()).isEqualTo(4);
    assertThat(mappings.all(loading.manager())).isEmpty();
  }

  @Test
  void aMappingThatDoesNotFitSaysWhatIsMissing() {
    assertThatThrownBy(() -> load("auto", "{\"typ\":\"purchases\"}")).isInstanceOf(Refused.class);
    var run = load("auto", "{\"type\":\"purchases\",\"columns\":{\"customer\":\"Kunde\"}}");
    assertThat(run.state()).isEqualTo(State.FAILED);
    var waiting = loading.load(TILL);
    var view =
        mappings.chosen(
            waiting.id(),
            "",
            new Mapping(
                "purchases",
                Map.of("customer", "Kunde"),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                Map.of()),
            loading.manager());
    assertThat(view.faults())
        .extracting(fault -> fault.key() + fault.figures())
        .containsExactly(
            "importing.failed.mapping.missing[time, purchases]",
            "importing.failed.mapping.missing[amount, purchases]");
    assertThat(facts()).isEmpty();
  }

  @Test
  void theColumnsAreGuessedByNameAndByContent() {
    var run = loading.load(TILL.replace("Bonnr", "Belegnummer"));
    var view = mappings.proposed(run.id(), loading.manager());
    assertThat(view.mapping().columns())
        .containsEntry("purchase", "Belegnummer")
        .containsEntry("customer", "Kunde")
        .containsEntry("time", "Datum");
    assertThat(view.mapping().lines()).isEqualTo(LINES.lines());
    assertThat(view.mapping().cancelled()).isEqualTo(new Mapping.Cancelled("C", true));
    assertThat(view.columns().get(3).samples()).containsExactly("Tee", "Tasse", "Kanne");
    assertThat(view.faults()).isEmpty();
    assertThat(view.facts()).isEqualTo(3);
    assertThat(view.rejected()).isEqualTo(3);
  }

  @Test
  void theShortWordsOfTillsAreKnown() {
    var run = loading.load("CustNo;OrderNo;Date;Total;Cur\n00004;c-10;01.01.1997;29,33;USD\n");
    assertThat(mappings.proposed(run.id(), loading.manager()).mapping().columns())
        .containsEntry("customer", "CustNo")
        .containsEntry("currency", "Cur");
  }

  @Test
  void customersAreMappedWithTheirOtherColumnsAsAttributes() {
    var run = loading.load("Kd.-Nr.,E-Mail,Ort,Schuhgröße\n7,a@example.com,Köln,44\n");
    var view = mappings.proposed(run.id(), loading.manager());
    assertThat(view.mapping().type()).isEqualTo("customers");
    mappings.explain(run.id(), null, view.mapping(), loading.manager());
    assertThat(loading.finished(run.id()).created()).isEqualTo(1);
    assertThat(
            jdbc.sql("select ref || email || city || (attributes ->> 'schuhgröße') from customer")
                .query(String.class)
                .single())
        .isEqualTo("7a@example.comKöln44");
  }

  private ImportRun load(String type, String mapping) {
    var content = new ByteArrayInputStream(TILL.getBytes(StandardCharsets.UTF_8));
    return loading.finished(
        imports.start(
            "till.csv",
            content,
            new LoadOptions(type, mapping, null, null, false),
            loading.manager()));
  }

  private List<String> facts() {
    return jdbc.sql(
            """
            select concat_ws(' ', 'purchase', external_id, amount, units, items) from purchase
            union all
            select concat_ws(' ', 'refund', external_id, amount) from refund
            order by 1
            """)
        .query(String.class)
        .list();
  }
}
