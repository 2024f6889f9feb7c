package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.CoreTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bad input is answered with what is wrong and where; good rows are stored. */
@CoreTest
class BadInputTest {

  private static final String HEADER = "customer,purchase,time,amount,member\n";
  private static final String GOOD = "c1,p1,2026-05-01,10.00,\n";

  @Autowired Loading loading;
  @Autowired JdbcClient jdbc;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ,p2,2026-05-01,10,                   | customer | required
          c2,p2,,10,                           | time     | required
          c2,p2,2026-05-01,,                   | amount   | required
          c2,p2,2026-05-01,"12,34,56",         | amount   | number
          c2,p2,2026-05-01,twelve,             | amount   | number
          c2,p2,2026-05-01,1e9,                | amount   | number
          c2,p2,2026-05-01,-5.00,              | amount   | negative
          c2,p2,2026-05-01,1.234567,           | amount   | decimals
          c2,p2,2026-05-01,1234567890123.00,   | amount   | too-large
          c2,p2,2026-02-31,10,                 | time     | date
          c2,p2,31.02.2026,10,                 | time     | date
          c2,p2,yesterday,10,                  | time     | date
          c2,p2,2026-05-01 24:30,10,           | time     | date
          c2,p2,2026-06-02,10,                 | time     | future
          c2,p2,2026-05-01,10,nobody           | member   | member
          c2,p2,2026-05-01,10,,surplus         | null     | extra-cells
          """)
  void aBadCellSendsItsRowBackWithLineAndColumn(String row, String column, String code) {
    var run = loading.load(HEADER + GOOD + row + "\n" + "c3,p3,2026-05-02,11.50,\n");
    assertThat(loading.problems(run)).containsExactly("3 " + column + " " + code);
    assertThat(run)
        .extracting(ImportRun::rows, ImportRun::created, ImportRun::rejected, ImportRun::state)
        .containsExactly(3L, 2L, 1L, ImportRun.State.DONE);
    assertThat(purchases()).isEqualTo(2);
  }

  /** A wrong file was picked: it hung for ever, because its header could not be written down. */
  @Test
  void aHeaderWithCharactersThatAreNoTextEndsLikeAnyOtherThatIsNotUnderstood() {
    var run = loading.load("\u0000\u0001pict,ure\u0000\nx,y\n");
    assertThat(run.running()).isFalse();
    assertThat(run.created()).isZero();
  }

  /** A sum is one that its currency has: the firm's is EUR. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10.5   | JPY | 3 amount whole-sums
          10.5   | jpy | 3 amount whole-sums
          10.00  | JPY | ''
          10.525 | KWD | 3 amount decimals-kept
          10.520 | KWD | ''
          10.525 |     | 3 amount decimals
          10.525 | EUR | 3 amount decimals
          10     | XXX | 3 currency currency
          10     | XAU | 3 currency currency
          10     | QQQ | 3 currency currency
          """)
  void aSumIsOneThatItsCurrencyHas(String amount, String currency, String problem) {
    for (var items : new String[] {"plain", "\"read as text\""}) {
      var row = "c1,p1,2026-05-01,%s,%s,%s\n".formatted(amount, shown(currency), items);
      var run =
          loading.load(
              "customer,purchase,time,amount,currency,items\nc0,p0,2026-05-01,1,,\n" + row);
      assertThat(String.join("", loading.problems(run))).as(items).isEqualTo(problem);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          complaint,customer,time,resolved_at | 2026-05-01 12:00,2026-04-30       | 2 resolved_at before-time
          complaint,customer,time,resolved_at | 2026-05-01 12:00,2026-05-01 11:59 | 2 resolved_at before-time
          complaint,customer,time,resolved_at | 2026-05-01 12:00,2026-05-01       | ''
          complaint,customer,time,resolved_at | 2026-05-01 12:00,2026-05-01 12:00 | ''
          complaint,customer,time,resolved_at | 2026-05-01 12:00,                 | ''
          request,customer,time,answered_at   | 2026-05-01 12:00,2026-04-30       | 2 answered_at before-time
          request,customer,time,answered_at   | 2026-05-01 12:00,2026-05-01       | ''
          """)
  void nothingIsSettledBeforeItBegan(String header, String times, String problem) {
    var run = loading.load(header + "\nn1,c1," + shown(times) + "\n");
    assertThat(String.join("", loading.problems(run))).isEqualTo(problem);
  }

  private static String shown(@Nullable String cell) {
    return cell == null ? "" : cell;
  }

  @Test
  void todayIsNotTheFuture() {
    assertThat(loading.load(HEADER + "c1,p1,2026-06-01 23:59,10,\n").created()).isEqualTo(1);
  }

  @Test
  void aCellOfOneMegabyteIsRejectedAndTheNextRowIsStored() {
    var run = loading.load(HEADER + "c2,\"" + "x".repeat(1_000_000) + "\",2026-05-01,10,\n" + GOOD);
    assertThat(loading.problems(run)).containsExactly("2 purchase too-long");
    assertThat(run.created()).isEqualTo(1);
  }

  @Test
  void aBrokenLetterInAUtf8FileIsRejectedWithItsColumn() throws IOException {
    var run =
        loading.load(
            bytes(
                "customer,time,amount,items\nc1,2026-05-01,1,Müller\nc2,2026-05-01,1,M",
                new byte[] {(byte) 0xc3, '('},
                "ller\n"),
            false);
    assertThat(loading.problems(run)).containsExactly("3 items encoding");
    assertThat(run.created()).isEqualTo(1);
  }

  @Test
  void aLoneHalfLetterIsNotGuessed() throws IOException {
    var run =
        loading.load(
            bytes(
                "customer,time,amount,items\nc2,2026-05-01,1,M",
                new byte[] {(byte) 0xc3, '('},
                "ller\n"),
            false);
    assertThat(loading.problems(run)).containsExactly("2 items encoding");
  }

  @Test
  void windows1252IsRecognised() {
    var csv = "customer,name\nc1,Müller & Söhne – Köln\n".getBytes(Charset.forName("windows-1252"));
    assertThat(loading.load(csv, false).created()).isEqualTo(1);
    assertThat(jdbc.sql("select name from customer").query(String.class).single())
        .isEqualTo("Müller & Söhne – Köln");
  }

  /** Capitals whose bytes begin a letter of UTF-8, and pairs that are one by accident. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SÃO PAULO|JOÃO|Conceição",
        "CHÂTEAU|BÂTIMENT|élève",
        "IRMÃ|AMANHÃ 2|José",
        "NESCAFÉ®|NESCAFÉ®|NESCAFÉ®|Müller",
        "CAFÉ”|QUALITÀ™|città",
        "MENÜ™|Straße|Müller",
        "Íþróttir|ÿ"
      })
  void whatLooksLikeALetterOfUtf8DoesNotMakeAFileOfWindowsUtf8(String names) {
    var written = List.of(names.split("\\|"));
    var rows = new StringBuilder("customer,name\n");
    written.forEach(name -> rows.append("c%d,%s\n".formatted(rows.length(), name)));
    var run = loading.load(rows.toString().getBytes(Charset.forName("windows-1252")), false);
    assertThat(loading.problems(run)).isEmpty();
    assertThat(jdbc.sql("select name from customer order by id").query(String.class).list())
        .isEqualTo(written);
  }

  @Test
  void oneDoublyEncodedNameAmongManyOfWindowsSendsNobodyBack() {
    var rows = "c%d,Müller\n".repeat(20).formatted(IntStream.range(0, 20).boxed().toArray());
    var csv = "customer,name\n" + rows + "x,MÃ¼ller\n";
    assertThat(loading.load(csv.getBytes(Charset.forName("windows-1252")), false).rejected())
        .isZero();
  }

  @Test
  void aFewRowsOfWindowsInAUtf8FileComeBack() throws IOException {
    var run =
        loading.load(
            bytes(
                "customer,name\nc1,Müller\nc2,M",
                "üller\nc3,Jos\u00e9\n".getBytes(Charset.forName("windows-1252")),
                ""),
            false);
    assertThat(loading.problems(run)).containsExactly("3 name encoding", "4 name encoding");
  }

  @Test
  void theSameRowTwiceInAFileIsStoredOnce() {
    var run = loading.load(HEADER + GOOD + GOOD);
    assertThat(run)
        .extracting(ImportRun::rows, ImportRun::created, ImportRun::same, ImportRun::rejected)
        .containsExactly(2L, 1L, 1L, 0L);
  }

  @Test
  void theLastOfTwoRowsWithOneNumberIsTakenAndTheFirstComesBackEveryTime() {
    var csv = HEADER + GOOD + "c1,p1,2026-05-01,99.00,\n";
    for (int time = 0; time < 2; time++) {
      var run = loading.load(csv);
      assertThat(loading.problems(run)).containsExactly("2 purchase duplicate");
      assertThat(run.created() + run.same()).isEqualTo(1);
      assertThat(run.rejected()).isEqualTo(1);
      assertThat(jdbc.sql("select amount from purchase").query(String.class).single())
          .isEqualTo("99.00");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                        | empty
          'customer,customer\n1,2\n'                | column-twice
          'customer,name\n1,"never closed\n2,b\n'   | not-csv
          """)
  void aBadFileFailsWithOneSentenceAndStoresNothing(String content, String code) {
    var run = loading.load(content.replace("\\n", "\n"));
    assertThat(run.state()).isEqualTo(ImportRun.State.FAILED);
    assertThat(run.failure().key()).isEqualTo("importing.failed." + code);
    assertThat(jdbc.sql("select count(*) from customer").query(Long.class).single()).isZero();
  }

  /** Nothing is wrong with such a file: a person may say what its columns mean. */
  @ParameterizedTest
  @ValueSource(strings = {"name,town\nA,B\n", "customer,time,betrag\n1,2026-01-01,5\n"})
  void aFileOfUnknownColumnsWaitsForAPersonAndStoresNothing(String content) {
    assertThat(loading.load(content).state()).isEqualTo(ImportRun.State.WAITING);
    assertThat(jdbc.sql("select count(*) from customer").query(Long.class).single()).isZero();
  }

  @Test
  void aBrokenWorkbookFailsWithItsReason() {
    var run = loading.load(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0}, false);
    assertThat(run.failure().key()).isEqualTo("importing.failed.broken-zip");
  }

  @Test
  void aHeaderAloneIsAnEmptyImport() {
    var run = loading.load(HEADER);
    assertThat(run.state()).isEqualTo(ImportRun.State.DONE);
    assertThat(run.rows()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          email             | not-an-address    | email
          phone             | call me           | phone
          time_zone         | Mars/North        | zone
          preferred_channel | pigeon            | word
          call_from         | 25:00             | time
          owner             | nobody            | member
          email_consent     | perhaps           | flag
          consent_at        | 2031-01-01        | future
          referrals         | -1                | negative
          birthday          | 1990-02-30        | date
          status            | asleep            | word
          """)
  void aBadFieldOfACustomerSendsTheRowBack(String column, String cell, String code) {
    var run = loading.load("customer,name," + column + "\nc1,A,\nc2,B," + cell + "\n");
    assertThat(loading.problems(run)).containsExactly("3 " + column + " " + code);
    assertThat(run.created()).isEqualTo(1);
  }

  @Test
  void hoursThatEndBeforeTheyBeginSendTheRowBack() {
    var run =
        loading.load("customer,name,call_from,call_until\nc1,A,9:00,17:00\nc2,B,18:00,9:00\n");
    assertThat(loading.problems(run)).containsExactly("3 call_until hours");
    assertThat(run.created()).isEqualTo(1);
  }

  private static byte[] bytes(String before, byte[] middle, String after) throws IOException {
    var out = new ByteArrayOutputStream();
    out.write(before.getBytes(StandardCharsets.UTF_8));
    out.write(middle);
    out.write(after.getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  private long purchases() {
    return jdbc.sql("select count(*) from purchase").query(Long.class).single();
  }
}
