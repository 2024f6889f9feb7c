package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.CoreTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** T10: files that are at fault as a whole, each with what becomes of it. */
@CoreTest
class HostileFilesTest {

  private static final String HEADER = "customer,name,city\n";
  private static final String ROWS = HEADER + "1,Žofie,Ulm\n2,Jan,Brno\n";

  @Autowired Loading loading;

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Map<String, String> outcomes = new LinkedHashMap<>();

  @Test
  void everyFileIsReadOrRefusedWithItsReason() throws IOException {
    collect();
    files.forEach(
        (name, content) -> {
          var run = loading.load(content, true);
          var outcome =
              run.failure() == null
                  ? run.created() + " read, " + run.rejected() + " rejected"
                  : run.failure().key().replace("importing.failed.", "refused: ");
          System.out.printf("T10 file %-32s %s%n", name, outcome);
          assertThat(outcome).as(name).isEqualTo(outcomes.get(name));
        });
  }

  private void collect() throws IOException {
    read(2, "UTF-8", ROWS.getBytes(StandardCharsets.UTF_8));
    read(2, "UTF-8 with its mark", ("\uFEFF" + ROWS).getBytes(StandardCharsets.UTF_8));
    read(2, "UTF-16 with its mark", ROWS.getBytes(StandardCharsets.UTF_16));
    read(2, "Windows-1252", ROWS.getBytes(Charset.forName("windows-1252")));
    read(2, "CR alone", ROWS.replace('\n', '\r').getBytes(StandardCharsets.UTF_8));
    read(2, "CR LF", ROWS.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    read(2, "no line end at the end", ROWS.strip().getBytes(StandardCharsets.UTF_8));
    read(2, "separator told", ("sep=,\n" + ROWS).getBytes(StandardCharsets.UTF_8));
    read(
        2,
        "trailing separators",
        ROWS.replace("\n", ",,\n").replaceFirst(",,", "").getBytes(StandardCharsets.UTF_8));
    read(2, "blank lines", ROWS.replace("\n", "\n\n,,\n").getBytes(StandardCharsets.UTF_8));
    read(2, "gzip", gzip(ROWS));
    read(0, "header alone", HEADER.getBytes(StandardCharsets.UTF_8));
    read(
        2,
        "workbook",
        new Sheets()
            .sheet(
                "S",
                Sheets.row("customer", "name") + Sheets.row("1", "Žofie") + Sheets.row("2", "Jan"))
            .bytes());
    refused("empty", "empty file", new byte[0]);
    refused("empty", "line ends alone", "\n\r\n\n".getBytes(StandardCharsets.UTF_8));
    refused(
        "not-csv",
        "quote never closed",
        (HEADER + "1,\"A,b\n2,B,c\n").getBytes(StandardCharsets.UTF_8));
    refused(
        "row-too-long",
        "line of 9 MB",
        (HEADER + "x".repeat(9_000_000)).getBytes(StandardCharsets.UTF_8));
    refused(
        "too-many-columns",
        "5,000 columns",
        ("customer," + ",".repeat(5_000) + "\n1\n").getBytes(StandardCharsets.UTF_8));
    refused(
        "column-twice",
        "column twice",
        "customer,name,Name\n1,A,B\n".getBytes(StandardCharsets.UTF_8));
    refused("not-text", "UTF-16 without its mark", ROWS.getBytes(StandardCharsets.UTF_16LE));
    refused(
        "not-text",
        "an image",
        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
    refused("pdf", "PDF", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
    refused("markup", "web page called Excel", "<html><table>".getBytes(StandardCharsets.UTF_8));
    refused(
        "old-excel",
        "old Excel or a password",
        new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0});
    refused("broken-zip", "half a workbook", new byte[] {'P', 'K', 3, 4, 0});
    refused(
        "zip", "zip archive", Sheets.zip(Map.of("a.csv", ROWS.getBytes(StandardCharsets.UTF_8))));
    refused("packing", "broken gzip", new byte[] {0x1f, (byte) 0x8b, 1, 1});
    var half = gzip(ROWS.repeat(50));
    refused("packing", "half a gzip", java.util.Arrays.copyOf(half, half.length - 12));
  }

  private void read(int rows, String name, byte[] content) {
    files.put(name, content);
    outcomes.put(name, rows + " read, 0 rejected");
  }

  private void refused(String code, String name, byte[] content) {
    files.put(name, content);
    outcomes.put(name, "refused: " + code);
  }

  private static byte[] gzip(String text) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }
}
