package dev.winback.web.house;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.net.http.HttpClient;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deliberate violations: each proves that its rule bites. */
class Wrong {

  record Reader(JdbcClient jdbc) {}

  static class CustomerHelper {}

  static final class Fetcher {
    final HttpClient client = HttpClient.newHttpClient();
  }

  static LocalDate today() {
    return LocalDate.now();
  }

  static final class Exporter {
    final CsvWriter.CsvWriterBuilder writer = CsvWriter.builder();
  }
}
