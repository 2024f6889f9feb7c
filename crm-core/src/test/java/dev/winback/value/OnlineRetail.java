package dev.winback.value;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.winback.testing.SharedData;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Online Retail by customer, cancellations left out: a year that ends on the Christmas peak. */
final class OnlineRetail {

  static final LocalDate END = LocalDate.of(2011, 12, 9);

  private OnlineRetail() {}

  static List<PurchaseDays> customers() {
    var file = SharedData.file("online-retail.csv.gz");
    var byCustomer = new TreeMap<String, TreeMap<LocalDate, BigDecimal>>();
    try (var lines =
        CsvReader.builder()
            .ofNamedCsvRecord(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file)),
                    StandardCharsets.ISO_8859_1))) {
      lines.forEach(line -> add(line, byCustomer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return byCustomer.values().stream().map(OnlineRetail::days).toList();
  }

  private static void add(
      NamedCsvRecord line, Map<String, TreeMap<LocalDate, BigDecimal>> byCustomer) {
    var customer = line.getField("CustomerID");
    if (!customer.isBlank() && !line.getField("InvoiceNo").startsWith("C")) {
      var amount =
          new BigDecimal(line.getField("Quantity"))
              .multiply(new BigDecimal(line.getField("UnitPrice")));
      byCustomer
          .computeIfAbsent(customer, c -> new TreeMap<>())
          .merge(
              LocalDate.parse(line.getField("InvoiceDate").substring(0, 10)),
              amount,
              BigDecimal::add);
    }
  }

  private static PurchaseDays days(Map<LocalDate, BigDecimal> bought) {
    var days = new PurchaseDays("GBP");
    bought.forEach((day, amount) -> days.bought(day, amount, "GBP"));
    return days;
  }
}
