package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.NotAllowed;
import dev.winback.staff.Role;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** OPS-04: customers, purchases and contacts come in by file; the same file twice is one file. */
@CoreTest
class ImportsTest {

  private static final String PURCHASES =
      """
      Customer , PURCHASE,time,amount,currency,margin,status,refunded,units,items,coupon,member,shelf
      00001,A-1,2026-05-01 10:30:00 +0200,"1,234.50",EUR,-3.20,paid,,2,tea,,rep,x
      00002,A-2,2026-05-02,80,USD,,refunded,,1,,,,y
      00001,A-3,2026-05-03T08:00:00Z,0,,,pending,,,,,,
      """;

  private static final String CUSTOMERS =
      """
      customer,first_name,last_name,email,phone,city,owner,email_consent,consent_at,birthday,flagship,preferred_channel,call_from,call_until,shoe size
      00001,Łucja,Żak,lucja@example.org,+48 22 555 01 02,Łódź,rep,yes,2025-03-01,1980-02-29,no,phone,9:00,17:30,38
      00002,さくら,田中,,,東京,,no,,,yes,email,,,
      00003,,,,,,,,,,,,,,
      """;

  private static final String CONTACTS =
      """
      customer,time,channel,direction,member,result,agreed,asks_reply,note
      00001,2026-05-01 10:00,phone,out,rep,talked,yes,no,wants tea
      00001,2026-05-01 11:00,phone,out,rep,not_there,,,
      00009,2026-05-02,email,in,,,,yes,"when, please?"
      """;

  @Autowired Loading loading;
  @Autowired Imports imports;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  @ParameterizedTest
  @ValueSource(strings = {PURCHASES, CUSTOMERS, CONTACTS})
  void theSameFileTwiceChangesNothing(String csv) {
    stories.member("rep", Role.REP);
    var first = loading.load(csv);
    assertThat(loading.problems(first)).isEmpty();
    assertThat(first.created()).isEqualTo(3);
    var before = everything();
    var second = loading.load(csv);
    assertThat(second)
        .extracting(ImportRun::created, ImportRun::changed, ImportRun::same, ImportRun::rejected)
        .containsExactly(0L, 0L, 3L, 0L);
    assertThat(everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {PURCHASES, CUSTOMERS, CONTACTS})
  void aDryRunCountsTheSameAndStoresNothing(String csv) {
    stories.member("rep", Role.REP);
    var before = everything();
    var dry = loading.tryOut(csv + "00008,broken\n");
    assertThat(everything()).isEqualTo(before);
    assertThat(dry.failure()).isNull();
    var real = loading.finished(imports.startForReal(dry.id(), loading.manager()));
    assertThat(counts(real)).isEqualTo(counts(dry));
    assertThat(loading.tryOut(csv).same()).isEqualTo(3);
  }

  @Test
  void aDryRunIsLoadedForRealOnce() {
    var dry = loading.tryOut(CUSTOMERS.replace(",rep,", ",,"));
    assertThat(dry.repeatable()).isTrue();
    loading.finished(imports.startForReal(dry.id(), loading.manager()));
    assertThatThrownBy(() -> imports.startForReal(dry.id(), loading.manager()))
        .isInstanceOf(Refused.class);
  }

  @Test
  void everyColumnOfACustomerIsKeptAndUnknownOnesAreAttributes() {
    stories.member("rep", Role.REP);
    loading.load(CUSTOMERS);
    assertThat(
            jdbc.sql(
                    """
                    select display_name, email_consent, birthday::text, call_from::text, call_until::text, attributes::text
                    from customer where ref = '00001'
                    """)
                .query()
                .singleRow())
        .containsEntry("display_name", "Łucja Żak")
        .containsEntry("email_consent", true)
        .containsEntry("birthday", "1980-02-29")
        .containsEntry("call_from", "09:00:00")
        .containsEntry("call_until", "17:30:00")
        .containsEntry("attributes", "{\"shoe size\": \"38\"}");
    assertThat(
            jdbc.sql("select email_consent from customer where ref = '00003'").query().singleRow())
        .containsEntry("email_consent", null);
  }

  @Test
  void aColumnThatIsNotThereLeavesWhatIsStored() {
    stories.member("rep", Role.REP);
    loading.load(CUSTOMERS);
    assertThat(loading.load("customer,city\n00001,Kraków\n").changed()).isEqualTo(1);
    assertThat(
            jdbc.sql("select email || ' ' || city from customer where ref = '00001'")
                .query(String.class)
                .single())
        .isEqualTo("lucja@example.org Kraków");
    assertThat(jdbc.sql("select count(*) from customer_history").query(Long.class).single())
        .isEqualTo(1);
  }

  @Test
  void aContactSaysWhetherTheCustomerWasReached() {
    stories.member("rep", Role.REP);
    loading.load(CONTACTS);
    assertThat(
            jdbc.sql("select reached from contact order by contacted_at")
                .query(Boolean.class)
                .list())
        .containsExactly(true, false, true);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void everySeparatorIsRecognised(String separator) {
    var csv = "customer,time,amount\n1,01.05.2026,5\n2,02.05.2026,6\n".replace(",", separator);
    assertThat(loading.load(csv).created()).isEqualTo(2);
    assertThat(day("1")).isEqualTo("2026-05-01");
  }

  @Test
  void aDecimalCommaIsRecognised() {
    var run = loading.load("customer;time;amount\n1;2026-05-01;1.234,50\n2;2026-05-01;12,5\n");
    assertThat(run.created()).isEqualTo(2);
    assertThat(run.moneyTotal()).isEqualByComparingTo("1247.00");
  }

  @Test
  void theOrderOfDatesIsRecognisedFromTheFile() {
    loading.load("customer,time,amount\n1,02/03/2026,5\n2,02/28/2026,6\n");
    assertThat(day("1")).isEqualTo("2026-02-03");
    loading.load("customer,time,amount\n3,02/03/2026,5\n4,28/02/2026,6\n");
    assertThat(day("3")).isEqualTo("2026-03-02");
  }

  @Test
  void aCompressedFileIsUnpacked() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write("customer,time,amount\n1,2026-05-01,5\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(loading.load(packed.toByteArray(), false).created()).isEqualTo(1);
  }

  /** What a program wrote (openpyxl): a formula, and nothing that it comes to. */
  @Test
  void aFormulaThatNobodyComputedComesBackEvenWhereNothingNeedStand() {
    var book =
        new Sheets()
            .sheet(
                "Orders",
                Sheets.row("customer", "time", "amount", "refunded")
                    + Sheets.row("17", "2026-05-01", "12.5")
                        .replace("</row>", "<c><f>C2/2</f><v/></c></row>")
                    + Sheets.row("18", "2026-05-01", "12.5")
                        .replace("</row>", "<c t='str'><f>IF(A1=1,1,\"\")</f><v></v></c></row>"))
            .bytes();
    var run = loading.load(book, false);
    assertThat(loading.problems(run)).containsExactly("2 refunded uncomputed");
    assertThat(run.created()).isEqualTo(1);
  }

  @Test
  void aWorkbookIsLoadedLikeACsvAndItsFailedFormulasComeBack() {
    var book =
        new Sheets()
            .formats("14")
            .sheet(
                "Orders",
                Sheets.row("customer", "time", "amount")
                    + "<row><c><v>17</v></c><c s='0'><v>46143</v></c><c><v>12.5</v></c></row>"
                    + "<row><c><v>18</v></c><c s='0'><v>46143</v></c><c t='e'><v>#N/A</v></c></row>")
            .bytes();
    var run = loading.load(book, false);
    assertThat(run.format())
        .extracting(Recognised::text)
        .isEqualTo("purchases; point; day-first; xlsx; Orders");
    assertThat(loading.problems(run)).containsExactly("3 amount failed-formula");
    assertThat(day("17")).isEqualTo("2026-05-01");
    assertThat(loading.load(book, false).same()).isEqualTo(1);
  }

  @Test
  void utf16WithAMarkIsRead() {
    var csv = "customer,name\n1,Žofie\n".getBytes(StandardCharsets.UTF_16);
    assertThat(loading.load(csv, false).created()).isEqualTo(1);
  }

  @Test
  void onlyWhoMayImportImports() {
    var rep = stories.member("rep", Role.REP);
    var none = new ByteArrayInputStream(new byte[0]);
    assertThatThrownBy(() -> imports.start("f", none, "auto", false, rep))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> imports.run(1, rep)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> imports.run(1, loading.manager())).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> imports.start("f", none, "tables", false, loading.manager()))
        .isInstanceOf(Refused.class);
    assertThat(jdbc.sql("select count(*) from import_run").query(Long.class).single()).isZero();
  }

  @Test
  void noFileNameLeavesTheFolder() {
    var id =
        imports.start(
            "../../etc/passwd",
            new ByteArrayInputStream("customer\n1\n".getBytes(StandardCharsets.UTF_8)),
            "customers",
            true,
            loading.manager());
    assertThat(loading.finished(id).state()).isEqualTo(ImportRun.State.DONE);
  }

  private static String counts(ImportRun run) {
    return run.rows()
        + " "
        + run.created()
        + " "
        + run.changed()
        + " "
        + run.same()
        + " "
        + run.rejected()
        + " "
        + run.moneyTotal();
  }

  private String everything() {
    return jdbc.sql(
            """
            select concat((select string_agg(to_jsonb(c)::text, ',' order by id) from customer c),
                          (select string_agg(to_jsonb(p)::text, ',' order by id) from purchase p),
                          (select string_agg(to_jsonb(k)::text, ',' order by id) from contact k),
                          (select count(*) from fact_history), (select count(*) from customer_history))
            """)
        .query(String.class)
        .single();
  }

  private String day(String customer) {
    return jdbc.sql(
            """
            select (purchased_at at time zone 'Europe/Berlin')::date::text
            from purchase p join customer c on c.id = p.customer_id where c.ref = :ref
            """)
        .param("ref", customer)
        .query(String.class)
        .single();
  }
}
