package dev.winback.web.house;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.mail.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.math.BigDecimal;
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

  static final class Letters {
    final Transport transport;

    Letters(Transport transport) {
      this.transport = transport;
    }
  }

  static double half(BigDecimal amount) {
    return amount.doubleValue() / 2;
  }

  static BigDecimal whole(double half) {
    return new BigDecimal(half * 2);
  }

  static Object anything(InputStream in) throws IOException, ClassNotFoundException {
    return new ObjectInputStream(in).readObject();
  }

  static final class Exporter {
    final CsvWriter.CsvWriterBuilder writer = CsvWriter.builder();
  }
}
