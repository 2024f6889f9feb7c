package dev.winback.importing;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Any bytes as an import. */
class FileFuzz {

  @FuzzTest(maxDuration = "60s")
  void anyBytesAreReadOrRefused(byte[] bytes) throws IOException {
    var path = Files.createTempFile("fuzz", "");
    try {
      Files.write(path, bytes);
      var source = RowSource.of(new Upload(path, new AtomicLong(), 50_000_000));
      Notation.of(source.sample());
      source.read(row -> new Cells(row.line(), Map.of("a", 0), row.cells()).get("a"));
    } catch (FileRefused refused) {
      // a sentence is an answer
    } finally {
      Files.delete(path);
    }
  }
}
