package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.MadeNumber;
import dev.winback.importing.ImportRun.State;
import dev.winback.testing.CoreTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** OPS-04: lists that know their customers by e-mail, telephone or name, and give no numbers. */
@CoreTest
class WithoutNumberTest {

  private static final String NEWSLETTER =
      """
      Name;E-Mail;Telefon;PLZ;Schuhgröße
      Anna Arendt;anna@example.com;0221 4711230;50667;38
      Bert Bohm;;0221 4711231;50667;
      Carl Clausen;;;10115;
      Carl Clausen;;;20095;
      ;;;50667;44
      Dora Damm;dora@example;;;
      """;

  private static final String ORDERS =
      """
      Bestellnr;Datum;Betrag;E-Mail;Kundenname;Telefon;Ort
      17;03.02.2026 10:00;27,00;anna@example.com;Anna Arendt;0221 4711230;Köln
      18;04.02.2026 10:00;12,50;ANNA@example.com;Anna Arendt-Adler;;Bonn
      19;01.02.2026 10:00;8,00;anna@example.com;Anna A.;;Berlin
      20;05.02.2026 10:00;5,00;;Bert Bohm;0221 4711231;
      21;05.02.2026 11:00;5,00;;;;Köln
      22;06.02.2026 11:00;-5,00;anna@example.com;;;
      """;

  private static final String TILL =
      """
      Bonnr;Datum;Bezeichnung;Menge;Einzelpreis;E-Mail
      17;03.02.2026 10:00;Tee;2;3,50;anna@example.com
      17;03.02.2026 10:00;Kanne;1;20,00;
      18;03.02.2026 11:00;Tasse;1;8,00;bert@example.com
      18;03.02.2026 11:00;Tasse;1;8,00;carl@example.com
      """;

  @Autowired Loading loading;
  @Autowired Imports imports;
  @Autowired Mappings mappings;
  @Autowired ImportHistory history;
  @Autowired MappingJson json;
  @Autowired JdbcClient jdbc;

  @Test
  void aListOfAddressesIsLoadedAndASecondTimeChangesNothing() {
    var done = explained(NEWSLETTER);
    assertThat(List.of(done.rows(), done.created(), done.rejected())).containsExactly(6L, 4L, 2L);
    assertThat(loading.problems(done)).containsExactly("6 E-Mail no-customer", "7 E-Mail email");
    assertThat(customers())
        .containsExactlyInAnyOrder(
            MadeNumber.ofMail("anna@example.com") + " Anna Arendt anna@example.com 50667 38",
            MadeNumber.ofPhone("+492214711231") + " Bert Bohm 50667",
            MadeNumber.ofName("Carl Clausen", "10115") + " Carl Clausen 10115",
            MadeNumber.ofName("Carl Clausen", "20095") + " Carl Clausen 20095");
    var again = loading.load(NEWSLETTER);
    assertThat(List.of(again.created(), again.changed(), again.same())).containsExactly(0L, 0L, 4L);
    assertThat(customers()).hasSize(4);
  }

  /** The file's name for it is ours. */
  @Test
  void aPostalCodeStaysUnderWhateverNameItHas() {
    explained("E-Mail;Zip\na@example.com;50667\n");
    assertThat(jdbc.sql("select attributes::text from customer").query(String.class).single())
        .contains("50667");
  }

  @Test
  void theTrialSaysHowManyWereFoundByWhat() {
    explained(NEWSLETTER);
    var trial = loading.tryOut(NEWSLETTER);
    assertThat(trial.dryRun()).isTrue();
    assertThat(foundBy(trial)).containsExactly(new RunPart.FoundBy(1, 1, 2));
  }

  @Test
  void whoHasTheFirmsNumberAlreadyIsFoundByHisAddress() {
    loading.load("customer,name,email\n4711,Anna,anna@example.com\n");
    explained(NEWSLETTER);
    assertThat(customers()).contains("4711 Anna Arendt anna@example.com 50667 38").hasSize(4);
  }

  @Test
  void aListWithNumbersAndWithoutFindsEachByWhatHeHas() {
    var done = explained("Kd.-Nr.;E-Mail\n7;a@example.com\n;b@example.com\n");
    assertThat(done.created()).isEqualTo(2);
    assertThat(foundBy(done)).containsExactly(new RunPart.FoundBy(1, 0, 0));
  }

  @Test
  void aScriptLoadsItToo() {
    var mapping = "{\"type\":\"customers\",\"columns\":{\"email\":\"E-Mail\",\"name\":\"Name\"}}";
    var run = load(NEWSLETTER, mapping);
    assertThat(run.state()).isEqualTo(State.DONE);
    assertThat(
            jdbc.sql("select count(*) from customer where email = 'anna@example.com'")
                .query(Long.class)
                .single())
        .isEqualTo(1);
    var nobody = load(NEWSLETTER, "{\"type\":\"customers\",\"columns\":{\"city\":\"Name\"}}");
    assertThat(nobody.state()).isEqualTo(State.FAILED);
    assertThat(String.valueOf(nobody.failure())).contains("importing.failed.mapping.customer");
  }

  @Test
  void anOrderOfAnUnknownShopBringsItsBuyer() {
    var done = explained(ORDERS);
    assertThat(List.of(done.rows(), done.created(), done.rejected())).containsExactly(6L, 5L, 1L);
    assertThat(loading.problems(done)).containsExactly("6 E-Mail no-customer");
    var anna = MadeNumber.ofMail("anna@example.com");
    assertThat(customers())
        .containsExactlyInAnyOrder(
            anna + " Anna Arendt-Adler anna@example.com",
            MadeNumber.ofPhone("+492214711231") + " Bert Bohm");
    assertThat(facts(anna)).containsExactly("17 27.00", "18 12.50", "19 8.00", "refund 5.00");
    assertThat(foundBy(done)).contains(new RunPart.FoundBy(1, 1, 0));
    var again = loading.load(ORDERS);
    assertThat(List.of(again.created(), again.changed(), again.same())).containsExactly(0L, 0L, 5L);
    assertThat(customers()).hasSize(2);
  }

  /**
   * A help desk, a telephone system and a bank know whom they deal with by what he wrote or
   * dialled.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CONTACTS   | contact   | channel | Kanal;Gespräch       | phone;G-1
          REQUESTS   | request   |         | Thema;Anfrage        | Preis;A-1
          COMPLAINTS | complaint |         | Text;Beschwerde      | zu spät;B-1
          PAYMENTS   | payment   | amount  | Betrag;Zahlung       | 27,00;Z-1
          REFERRALS  | referral  |         | Wen;Empfehlung       | Dora;E-1
          REFUNDS    | refund    | amount  | Betrag;Gutschrift    | 5,00;R-1
          """)
  void everyOtherFactFindsHimToo(
      ImportType type, String id, @Nullable String needed, String header, String cells) {
    loading.load("customer,email\n4711,anna@example.com\n");
    var file =
        "Datum;E-Mail;Telefon;%1$s\n03.02.2026 10:00;anna@example.com;;%2$s\n04.02.2026 10:00;;0221 4711231;%2$s2\n05.02.2026 10:00;;;%2$s3\n"
            .formatted(header, cells);
    var names = header.split(";");
    var own = needed == null ? "" : ",\"%s\":\"%s\"".formatted(needed, names[0]);
    var mapping =
        "{\"type\":\"%s\",\"columns\":{\"time\":\"Datum\",\"email\":\"E-Mail\",\"phone\":\"Telefon\",\"%s\":\"%s\"%s}}"
            .formatted(type.word(), id, names[1], own);
    var run = load(file, mapping);
    assertThat(run.state()).as(String.valueOf(run.failure())).isEqualTo(State.DONE);
    assertThat(loading.problems(run)).containsExactly("4 E-Mail no-customer");
    assertThat(
            jdbc.sql(
                    "select c.ref from %s f join customer c on c.id = f.customer_id order by f.id"
                        .formatted(id))
                .query(String.class)
                .list())
        .containsExactly("4711", MadeNumber.ofPhone("+492214711231"));
    assertThat(load(file, mapping).created()).as("a second time").isZero();
  }

  @Test
  void hisOwnNumberCountsBeforeHisAddress() {
    explained(
        ORDERS.replace("Bestellnr", "Bestellnr;Kundennr").replaceAll("(?m)^(\\d+);", "$1;47$1;"));
    assertThat(facts("4717")).containsExactly("17 27.00");
    assertThat(customers()).contains("4717 Anna Arendt anna@example.com");
  }

  @Test
  void theLinesOfAPurchaseHaveOneBuyer() {
    var done = explained(TILL);
    assertThat(loading.problems(done))
        .containsExactly("4 E-Mail customers-differ", "5 E-Mail customers-differ");
    assertThat(facts(MadeNumber.ofMail("anna@example.com"))).containsExactly("17 27.00");
    assertThat(customers()).hasSize(1);
  }

  @Test
  void namesOfGoodsAreNotThoseOfBuyers() {
    var run = loading.load("Order ID;Customer ID;Date;Total;Name\n1;7;2026-02-03;5.00;Tea\n");
    assertThat(mappings.proposed(run.id(), loading.manager()).mapping().columns())
        .doesNotContainKey("name");
  }

  private ImportRun explained(String file) {
    var run = loading.load(file);
    assertThat(run.state()).isEqualTo(State.WAITING);
    var view = mappings.proposed(run.id(), loading.manager());
    assertThat(view.faults()).isEmpty();
    mappings.explain(run.id(), null, view.mapping(), loading.manager());
    return loading.finished(run.id());
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

  private List<RunPart.FoundBy> foundBy(ImportRun run) {
    return history.parts(run.id(), loading.manager()).stream()
        .filter(part -> part.type() == ImportType.CUSTOMERS)
        .map(RunPart::foundBy)
        .toList();
  }

  private List<String> customers() {
    return jdbc.sql(
            """
            select concat_ws(' ', ref, name, email, attributes ->> 'plz', attributes ->> 'schuhgröße')
            from customer where merged_into is null
            """)
        .query(String.class)
        .list();
  }

  private List<String> facts(String ref) {
    return jdbc.sql(
            """
            select concat_ws(' ', external_id, amount) as fact
            from purchase p join customer c on c.id = p.customer_id where c.ref = :ref
            union all
            select concat_ws(' ', 'refund', r.amount)
            from refund r join customer c on c.id = r.customer_id where c.ref = :ref
            order by 1
            """)
        .param("ref", ref)
        .query(String.class)
        .list();
  }
}
