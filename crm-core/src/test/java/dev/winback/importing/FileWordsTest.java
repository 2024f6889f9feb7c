package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.importing.ImportRun.State;
import dev.winback.testing.CoreTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * OPS-04: a firm writes yes, no and the state of an order in its own language, and in its own
 * words.
 */
@CoreTest
class FileWordsTest {

  private static final String ORDERS =
      """
      Bestellnr;Kundennr;Datum;Betrag;Status
      1;7;03.02.2026 10:00;27,00;Bezahlt
      2;7;04.02.2026 10:00;12,50;STORNIERT
      3;8;05.02.2026 10:00;8,00;Versendet
      4;8;06.02.2026 10:00;9,00;unbezahlt
      5;8;06.02.2026 11:00;9,00;paid
      6;8;06.02.2026 12:00;9,00;erstattet
      """;

  @Autowired Loading loading;
  @Autowired Imports imports;
  @Autowired Mappings mappings;
  @Autowired JdbcClient jdbc;

  @ParameterizedTest
  @CsvSource({
    "ja,nein",
    "oui,non",
    "sí,no",
    "sì,no",
    "ja,nee",
    "tak,nie",
    "sim,não",
    "ja,nej",
    "ja,nei",
    "kyllä,ei",
    "ano,ne",
    "igen,nem",
    "evet,hayır",
    "EVET,HAYIR",
    "WAHR,FALSCH",
    "VRAI,FAUX",
    "Prawda,Fałsz",
    "J,N",
    "S,N",
    "yes,no",
    "x,0"
  })
  void everyLanguageSaysYesAndNo(String yes, String no) {
    loading.load("customer,email_consent\n1," + yes + "\n2," + no + "\n");
    assertThat(words("select ref || ' ' || email_consent from customer order by ref"))
        .containsExactly("1 true", "2 false");
  }

  @Test
  void whatMayMeanSeveralThingsIsNoYes() {
    var run = loading.load("customer,email_consent\n1,e\n2,o\n3,vielleicht\n");
    assertThat(run.rejected()).isEqualTo(3);
  }

  @Test
  void theStatesOfOrdersAreKnownAndTheOthersExplained() {
    var run = loading.load(ORDERS);
    var view = mappings.proposed(run.id(), loading.manager());
    assertThat(view.columns().get(4).words())
        .extracting(word -> word.text() + "=" + word.ours())
        .containsExactly(
            "Bezahlt=paid",
            "STORNIERT=cancelled",
            "Versendet=null",
            "unbezahlt=pending",
            "erstattet=refunded");
    assertThat(view.rejected()).isEqualTo(1);
    mappings.explain(run.id(), null, with(view.mapping(), "versendet", "paid"), loading.manager());
    assertThat(loading.finished(run.id()).rejected()).isZero();
    assertThat(states())
        .containsExactly("1 paid", "2 cancelled", "3 paid", "4 pending", "5 paid", "6 refunded");
  }

  @Test
  void aWordOfALaterRowComesBackAndIsExplainedForTheNextFile() {
    var run = loading.load(ORDERS);
    var view = mappings.proposed(run.id(), loading.manager());
    mappings.explain(run.id(), null, view.mapping(), loading.manager());
    assertThat(loading.problems(loading.finished(run.id())))
        .containsExactly("4 Status word-unexplained");
    var known = mappings.all(loading.manager()).get(0);
    mappings.change(
        known.id(), null, with(known.mapping(), "Versendet", "paid"), loading.manager());
    assertThat(mappings.one(known.id(), loading.manager()).columns().get(4).words())
        .containsExactly(new MappingView.Word("Versendet", "paid", false));
    var again = loading.load(ORDERS);
    assertThat(List.of(again.state(), again.created(), again.same(), again.rejected()))
        .containsExactly(State.DONE, 1L, 5L, 0L);
  }

  @Test
  void aScriptExplainsItsWords() {
    var consent =
        """
        {"type":"customers","columns":{"customer":"Nr","email_consent":"Abo"},
         "words":{"email_consent":{"abonniert":"yes","abgemeldet":"no"}}}
        """;
    var done = load("Nr;Abo\n1;Abonniert\n2;abgemeldet\n3;ja\n4;ruht\n", consent);
    assertThat(loading.problems(done)).containsExactly("5 Abo word-unexplained");
    assertThat(words("select ref || ' ' || email_consent from customer order by ref"))
        .containsExactly("1 true", "2 false", "3 true");
    assertThat(failure(consent.replace("\"no\"", "\"never\""))).contains("mapping.words-word");
    assertThat(failure(consent.replace("{\"email_consent\":{", "{\"name\":{")))
        .contains("mapping.words-column");
  }

  private String failure(String mapping) {
    var run = load("Nr;Abo\n1;ja\n", mapping);
    assertThat(run.state()).isEqualTo(State.FAILED);
    return String.valueOf(run.failure());
  }

  private static Mapping with(Mapping mapping, String word, String ours) {
    return new Mapping(
        mapping.type(),
        mapping.columns(),
        mapping.lines(),
        mapping.cancelled(),
        mapping.empty(),
        null,
        null,
        null,
        null,
        Map.of("status", Map.of(word, ours)));
  }

  private ImportRun load(String file, String mapping) {
    var content = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    return loading.finished(
        imports.start(
            "list.csv",
            content,
            new LoadOptions("auto", mapping, null, null, false),
            loading.manager()));
  }

  private List<String> states() {
    return words("select external_id || ' ' || status from purchase order by external_id");
  }

  private List<String> words(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }
}
