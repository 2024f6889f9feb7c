package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.purchase.Purchases;
import dev.winback.shared.BinaryRows;
import dev.winback.testing.CoreTest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** T10: lines that are read as bytes say what the same lines say when they are read as texts. */
@CoreTest
class PlainLinesTest {

  private static final int FILES = 600;

  private static final List<String> KEYS =
      List.of("k-1", "k-2", " k-3", "k-4 ", "", "Žofie", "'007", "o'Neil", "\"q, r\"", "#REF!");
  private static final List<String> TIMES =
      List.of(
          "2026-01-05",
          "2026-01-05 10:00:00",
          "2026-03-29T02:30:00",
          "2026-01-05T10:00:00Z",
          "2026-02-30",
          "5.1.2026",
          "2099-01-01",
          "1800-01-01",
          "2026-06-01 23:59:59",
          "never",
          "");
  private static final List<String> AMOUNTS =
      List.of(
          "1",
          "12.5",
          "12.50",
          "12.505",
          "0",
          "0.00",
          "-3",
          "1,5",
          "999999999999",
          "1000000000000",
          "7.",
          ".5",
          "€ 3",
          "");
  private static final List<String> OTHERS =
      List.of(
          "paid",
          "REFUNDED",
          "wrong",
          "eur",
          "USD",
          "JPY",
          "kwd",
          "XXX",
          "XXZ",
          "3",
          "2.0",
          "-1",
          "spring",
          "",
          " ");
  private static final List<String> COLUMNS =
      List.of("currency", "status", "refunded", "units", "items", "coupon", "margin", "source");
  private static final List<String> ENDS = List.of("\n", "\r\n", "\r", "\n\n", ",\n", "\n,,\n");

  @Autowired ValueReading reading;
  @Autowired Purchases purchases;

  @TempDir Path folder;

  @Test
  void linesSayTheSameAsBytesAndAsTexts() throws IOException {
    int plain = 0;
    for (int seed = 0; seed < FILES; seed++) {
      var file = ImportFile.of(upload(file(new Random(seed))), header -> Formats.of(header, null));
      var values = reading.values(file.notation());
      var totals = totals();
      var lines =
          Objects.requireNonNull(
              PlainPurchases.of(file.header(), values, purchases.intake(), totals));
      var texts = new ArrayList<String>();
      var told = totals();
      file.source().read(row -> texts.add(said(row, file, values, told)));
      var mixed = new ArrayList<String>();
      var bytes = new ArrayList<String>();
      Predicate<Lines> asBytes =
          line -> {
            var written = new BinaryRows();
            return lines.write(line, written) && mixed.add(bytes(bytes, written));
          };
      file.source().read(asBytes, row -> mixed.add(said(row, file, values, totals)));
      assertThat(mixed).as("seed %d", seed).isEqualTo(texts);
      assertThat(months(totals)).as("seed %d", seed).isEqualTo(months(told));
      plain += bytes.size();
    }
    assertThat(plain).as("many lines are plain").isGreaterThan(FILES);
  }

  @Test
  void rowsAreTheSameWhoeverCutsThem() throws IOException {
    for (int seed = 0; seed < FILES; seed++) {
      var source = RowSource.of(upload(file(new Random(seed))));
      var texts = new ArrayList<RawRow>();
      source.read(texts::add);
      var mixed = new ArrayList<RawRow>();
      source.read(line -> false, mixed::add);
      assertThat(mixed).as("seed %d", seed).isEqualTo(texts);
    }
  }

  private static Totals totals() {
    return new Totals(ZoneId.of("Europe/Berlin"), "EUR");
  }

  /** Sums of equal worth are equal, with as many decimals as they may have. */
  private static List<String> months(Totals totals) {
    return totals.months().stream()
        .map(month -> month.total(ImportType.PURCHASES))
        .map(
            m ->
                "%s %s %d %.2f %.2f %d %s %s"
                    .formatted(
                        m.currency(),
                        m.month(),
                        m.orders(),
                        m.gross(),
                        m.refunded(),
                        m.others(),
                        m.first(),
                        m.last()))
        .sorted()
        .toList();
  }

  private static String bytes(List<String> bytes, BinaryRows written) {
    bytes.add("");
    return shown(written);
  }

  private static String shown(BinaryRows written) {
    var rows = written.rows();
    return HexFormat.of().formatHex(rows.array(), rows.position(), rows.limit());
  }

  private String said(RawRow row, ImportFile file, Values values, Totals totals) {
    try {
      var purchase = PurchaseColumns.read(file.header().cells(row).checked(), values);
      totals.add(purchase);
      return shown(purchases.intake().written(List.of(purchase)));
    } catch (BadCell bad) {
      return row.line() + " " + bad.column() + " " + bad.code() + bad.figures() + row.cells();
    }
  }

  private Upload upload(byte[] content) throws IOException {
    return new Upload(Files.write(folder.resolve("file"), content));
  }

  private static byte[] file(Random random) {
    var columns = COLUMNS.stream().filter(column -> random.nextInt(3) == 0).toList();
    var file = new StringBuilder(random.nextInt(5) == 0 ? "\uFEFF" : "");
    file.append(random.nextInt(8) == 0 ? "sep=,\n" : "");
    file.append("purchase,customer,time,amount");
    columns.forEach(column -> file.append(',').append(column));
    var end = any(ENDS.subList(0, 3), random);
    for (int row = random.nextInt(12); row >= 0; row--) {
      file.append(usual(end, ENDS, random)).append(row(columns, random));
    }
    return file.append(random.nextBoolean() ? "\n" : "").toString().getBytes(charset(random));
  }

  private static Charset charset(Random random) {
    return random.nextInt(10) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }

  private static String row(List<String> columns, Random random) {
    var cells = new ArrayList<String>();
    cells.add("p-" + random.nextInt(50));
    cells.add(usual("k-7", KEYS, random));
    cells.add(usual("2026-01-07", TIMES, random));
    cells.add(usual("9.90", AMOUNTS, random));
    columns.forEach(
        column -> cells.add(usual("", random.nextBoolean() ? OTHERS : AMOUNTS, random)));
    if (random.nextInt(15) == 0) {
      cells.set(random.nextInt(cells.size()), "\"two\nlines, \"\"quoted\"\"\"");
    }
    if (random.nextInt(15) == 0) {
      cells.remove(cells.size() - 1);
    }
    return String.join(",", cells);
  }

  private static String usual(String usual, List<String> others, Random random) {
    return random.nextInt(4) > 0 ? usual : any(others, random);
  }

  private static String any(List<String> texts, Random random) {
    return texts.get(random.nextInt(texts.size()));
  }
}
