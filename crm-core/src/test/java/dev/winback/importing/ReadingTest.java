package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** T10, T52: what every make of file gives, and which files are refused with one sentence. */
class ReadingTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void linesEndAsTheyLike(String end) throws IOException {
    var file = text("a;b" + end + "1;2" + end + "3;4" + end);
    assertThat(rows(file)).containsExactly("2 [1, 2]", "3 [3, 4]");
  }

  @Test
  void aFirstLineThatTellsTheSeparatorIsObeyed() throws IOException {
    var file = text("sep=|\nname,first|town\nA, B|C\n");
    assertThat(source(file).names()).containsExactly("name,first", "town");
    assertThat(rows(file)).containsExactly("3 [A, B, C]");
  }

  @Test
  void rowsWithoutACellAreNoRows() throws IOException {
    assertThat(rows(text("a,b\n\n,\n , \n1,2\n,,,,\n"))).containsExactly("5 [1, 2]");
  }

  @Test
  void aMarkBeforeAQuotedHeaderBelongsToNoName() throws IOException {
    assertThat(source(text("\uFEFF\"a, b\",c\n1,2\n")).names()).containsExactly("a, b", "c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
  void utf16IsReadByItsMark(String charset) throws IOException {
    var mark = charset.equals("UTF-16") ? "" : "\uFEFF";
    var file = (mark + "name,town\nŽofie,東京\n").getBytes(Charset.forName(charset));
    assertThat(rows(file)).containsExactly("2 [Žofie, 東京]");
  }

  @Test
  void rejectedRowsThatComeBackAreThoseOfTheFirstFile() throws IOException {
    var file = text("a,b,_line,_column,_error\n1,2,7,b,wrong\n3,4,8,,wrong,5\n");
    assertThat(source(file).names()).containsExactly("a", "b");
    assertThat(rows(file)).containsExactly("2 [1, 2]", "3 [3, 4, 5]");
  }

  @Test
  void aWorkbookGivesWhatPeopleSee() throws IOException {
    var file =
        new Sheets()
            .texts("<t>name</t>", "<r><t>Mü</t></r><r><t>ller</t></r>", "<t>a_x000D_b</t>")
            .formats("0", "14", "22", "yyyy\\-mm\\-dd;@", "00000", "\"days\" 0", "20", "[h]:mm")
            .sheet(
                "Orders",
                """
                <row r='3'><c r='A3' t='s'><v>0</v></c><c r='C3' t='inlineStr'><is><t>x</t></is></c></row>
                <row r='5'><c r='A5' t='s'><v>1</v></c><c r='B5' s='1'><v>46143</v></c><c r='C5' s='2'><v>46143.4375</v></c>\
                <c r='D5' s='3'><f>TODAY()</f><v>46143.0</v></c><c r='E5' s='4'><v>1234</v></c><c r='F5' s='5'><v>17</v></c>\
                <c r='G5' s='6'><v>0.375</v></c></row>
                <row r='6'><c t='s'><v>2</v></c><c><v>1.0E7</v></c><c><v>17.0</v></c><c><v>12.300000000000001</v></c>\
                <c><v>7210448301122001</v></c><c t='b'><v>1</v></c><c t='e'><v>#REF!</v></c><c t='str'><f>A1</f><v>f</v></c></row>
                """)
            .bytes();
    assertThat(source(file).names()).containsExactly("name", "", "x");
    assertThat(source(file).between()).isEqualTo("Orders");
    assertThat(rows(file))
        .containsExactly(
            "5 [Müller, 2026-05-01, 2026-05-01 10:30, 2026-05-01, 01234, 17, 09:00]",
            "6 [a\rb, 10000000, 17, 12.3, 7210448301122001, TRUE, #REF!, f]");
  }

  @ParameterizedTest
  @CsvSource({
    "1,1900-01-01",
    "59,1900-02-28",
    "60,1900-02-29",
    "61,1900-03-01",
    "45350.999999,2024-02-29"
  })
  void theCalendarOfSpreadsheetsHasADayThatNeverWas(String number, String day) throws IOException {
    var file =
        new Sheets()
            .formats("14")
            .sheet("S", Sheets.row("day") + "<row><c s='0'><v>" + number + "</v></c></row>")
            .bytes();
    assertThat(rows(file)).containsExactly("2 [" + day + "]");
  }

  @Test
  void aWorkbookOfAMacBeginsIn1904() throws IOException {
    var file =
        new Sheets()
            .since1904()
            .formats("14")
            .sheet("S", Sheets.row("day") + "<row><c s='0'><v>44681</v></c></row>")
            .bytes();
    assertThat(rows(file)).containsExactly("2 [2026-05-01]");
  }

  @Test
  void theFirstVisibleSheetWithRowsIsRead() throws IOException {
    var file =
        new Sheets()
            .sheet("Notes", "state='hidden'", Sheets.row("old") + Sheets.row("1"))
            .sheet("Lists", "state='veryHidden'", Sheets.row("old") + Sheets.row("1"))
            .sheet("Empty", "<row><c/></row>")
            .sheet("Data", "state='visible'", Sheets.row("a") + Sheets.row("1"))
            .sheet("More", Sheets.row("b") + Sheets.row("2"))
            .bytes();
    assertThat(source(file).between()).isEqualTo("Data");
    assertThat(rows(file)).containsExactly("2 [1]");
  }

  @Test
  void titlesAboveTheHeaderArePassedOver() throws IOException {
    var file =
        new Sheets()
            .sheet(
                "Data",
                Sheets.row("Orders of March")
                    + Sheets.row("for Anna")
                    + Sheets.row("a", "b", "c")
                    + Sheets.row("1", "2", "3"))
            .bytes();
    assertThat(source(file).names()).containsExactly("a", "b", "c");
    assertThat(rows(file)).containsExactly("4 [1, 2, 3]");
  }

  @Test
  void aSheetOfNotesIsNoTable() throws IOException {
    var file =
        new Sheets()
            .sheet("Read me", Sheets.row("Export of our shop") + Sheets.row("Ask Anna"))
            .sheet("Data", Sheets.row("a", "b") + Sheets.row("1", "2"))
            .bytes();
    assertThat(source(file).between()).isEqualTo("Data");
    assertThat(rows(file)).containsExactly("2 [1, 2]");
  }

  @Test
  void aTableOfOneColumnKeepsItsHeader() throws IOException {
    var file =
        new Sheets()
            .sheet("Data", Sheets.row("customer") + Sheets.row("K-1") + Sheets.row("K-2", "odd"))
            .sheet("Notes", "<row><c/></row>")
            .bytes();
    assertThat(source(file).names()).containsExactly("customer");
    assertThat(rows(file)).containsExactly("2 [K-1]", "3 [K-2, odd]");
  }

  @Test
  void aTextThatIsNotThereIsAFailedFormulaAndNoLoop() throws IOException {
    var file =
        new Sheets()
            .texts("<t>a</t>")
            .sheet("S", Sheets.row("a") + "<row><c t='s'><v>2000000000</v></c></row>")
            .bytes();
    assertThat(rows(file)).containsExactly("2 [#REF!]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          %PDF-1.7 and more            | pdf
          '<html><table><tr><td>a'     | markup
          '  <?xml version="1.0"?><a>' | markup
          'a,b\\n1,"open\\n'           | not-csv
          ''                           | empty
          '\\n\\n , ,\\n'              | empty
          """)
  void whatIsNoTableIsRefusedWithItsReason(String content, String code) throws IOException {
    refuses(text(content.replace("\\n", "\n")), code);
  }

  @Test
  void otherMakesOfFilesAreNamed() throws IOException {
    refuses(bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), "old-excel");
    refuses(bytes(0x1f, 0x8b, 9, 9, 9), "packing");
    refuses(bytes('P', 'K', 3, 4, 0, 0), "broken-zip");
    refuses(Sheets.zip(Map.of("a.csv", text("a\n1\n"))), "zip");
    refuses(Sheets.zip(Map.of("mimetype", text("application/vnd.oasis"))), "ods");
    refuses(Sheets.zip(Map.of("xl/workbook.bin", text("x"))), "xlsb");
    refuses(new Sheets().bytes(), "no-sheet");
    refuses(new Sheets().sheet("S", "").bytes(), "empty");
  }

  @Test
  void anEndlessRowIsRefused() throws IOException {
    refuses(text("a,b\n" + "x".repeat(9_000_000)), "row-too-long");
    refuses(text("a," + "x,".repeat(5_000) + "\n"), "too-many-columns");
    refuses(new Sheets().sheet("S", Sheets.row("x".repeat(5_000_000))).bytes(), "row-too-long");
  }

  @Test
  void aFileThatUnpacksToTooMuchIsRefused() throws IOException {
    refuses(gzip(text("a,b\n" + "1,2\n".repeat(1_000))), "unpacked-too-large", 3_000);
    refuses(gzip("a,b\n1,2\n", 60_000_000), "bomb", Upload.UNPACKED);
    var big = new Sheets().sheet("S", Sheets.row("a") + Sheets.row("b").repeat(100)).bytes();
    refuses(big, "unpacked-too-large", 3_000);
    refuses(new Sheets().part("xl/media", " ".repeat(60_000_000)).bytes(), "bomb");
  }

  @Test
  void aBombIsToldWithinTwoSeconds() throws IOException {
    var bomb = gzip("a,b\n1,2\n", 1_000_000_000);
    assertTimeout(Duration.ofSeconds(2), () -> refuses(bomb, "bomb"));
  }

  @Test
  void listsOfNothingButEntriesAreRefused() throws IOException {
    var texts = "<sst>" + noise() + "<si/>".repeat(10_000_001) + "</sst>";
    refuses(
        new Sheets().sheet("S", Sheets.row("a")).part("xl/sharedStrings.xml", texts).bytes(),
        "too-many-entries");
    var styles = "<styleSheet><cellXfs>" + "<xf/>".repeat(65_501) + "</cellXfs></styleSheet>";
    refuses(
        new Sheets().sheet("S", Sheets.row("a")).part("xl/styles.xml", styles).bytes(),
        "too-many-entries");
    var sheets = new Sheets();
    for (int i = 0; i < 1_001; i++) {
      sheets.sheet("S" + i, "");
    }
    refuses(sheets.bytes(), "too-many-entries");
    var long1 = "<styleSheet>" + noise() + " ".repeat(50_000_000) + "</styleSheet>";
    refuses(new Sheets().sheet("S", "").part("xl/styles.xml", long1).bytes(), "unpacked-too-large");
  }

  /** What does not pack, so that the rest is no bomb by its growth. */
  private static String noise() {
    var random = new Random(1);
    return random
        .ints(400_000, 'a', 'z')
        .collect(
            () -> new StringBuilder("<!--"), StringBuilder::appendCodePoint, StringBuilder::append)
        .append("-->")
        .toString();
  }

  @Test
  void aListOfPartsIsNotTakenIntoMemoryToLearnThatItIsLong() throws IOException {
    var parts = new LinkedHashMap<String, byte[]>();
    for (int i = 0; i < 5_001; i++) {
      parts.put("p" + i, new byte[0]);
    }
    refuses(Sheets.zip(parts), "too-many-parts");
    var claim = ByteBuffer.allocate(6_000_022).order(ByteOrder.LITTLE_ENDIAN);
    claim
        .put(0, new byte[] {'P', 'K', 3, 4})
        .putInt(6_000_000, 0x06054b50)
        .putInt(6_000_012, 6_000_000);
    refuses(claim.array(), "long-list-of-parts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><worksheet><sheetData><row><c><v>&e;</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row><c><v>&e;</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row><c r='AAAAAAA1'><v>1</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row><c>",
        "<worksheet><sheetData><row><c><v>1\u001c</v></c></row></sheetData></worksheet>",
        "no xml at all",
      })
  void hostileXmlIsRefused(String xml) throws IOException {
    var book = new Sheets().sheet("S", "");
    refuses(book.part("xl/worksheets/sheet1.xml", xml).bytes(), "broken-xml");
  }

  @Test
  void depthAndTagsOfMegabytesAreRefused() throws IOException {
    refuses(new Sheets().sheet("S", "<a>".repeat(100_000)).bytes(), "broken-xml");
    var long1 = "<row x='" + "y".repeat(9_000_000) + "'/>";
    refuses(new Sheets().sheet("S", long1).bytes(), "broken-xml");
  }

  private void refuses(byte[] file, String code) throws IOException {
    refuses(file, code, Upload.UNPACKED);
  }

  private void refuses(byte[] file, String code, long limit) throws IOException {
    var path = Files.write(Files.createTempFile(folder, "f", ""), file);
    assertThatThrownBy(
            () -> RowSource.of(new Upload(path, new AtomicLong(), limit)).read(row -> {}))
        .isInstanceOfSatisfying(
            FileRefused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private RowSource source(byte[] file) throws IOException {
    return RowSource.of(new Upload(Files.write(Files.createTempFile(folder, "f", ""), file)));
  }

  private List<String> rows(byte[] file) throws IOException {
    var rows = new ArrayList<String>();
    source(file).read(row -> rows.add(row.line() + " " + row.cells()));
    return rows;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(int... values) {
    var bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }

  private static byte[] gzip(String line, int length) throws IOException {
    var out = new ByteArrayOutputStream();
    var piece = line.repeat(10_000).getBytes(StandardCharsets.UTF_8);
    try (var gzip = new GZIPOutputStream(out)) {
      for (int written = 0; written < length; written += piece.length) {
        gzip.write(piece);
      }
    }
    return out.toByteArray();
  }
}
