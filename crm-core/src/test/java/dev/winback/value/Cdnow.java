package dev.winback.value;

import dev.winback.testing.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** CDNOW's purchases by customer: all 23,570, or the published tenth of them. */
final class Cdnow {

  /** The end of the first 39 weeks, to which the published fits belong. */
  static final LocalDate CALIBRATED = LocalDate.of(1997, 9, 30);

  /** The last day of the data. */
  static final LocalDate END = LocalDate.of(1998, 6, 30);

  /** Read once in a JVM. */
  private static @Nullable Map<String, PurchaseDays> customers;

  private Cdnow() {}

  static List<PurchaseDays> master() {
    return List.copyOf(read().values());
  }

  static List<PurchaseDays> sample() {
    try {
      var chosen = Set.copyOf(Files.readAllLines(SharedData.file("cdnow-sample-customers.txt")));
      return read().entrySet().stream()
          .filter(e -> chosen.contains(e.getKey()))
          .map(Map.Entry::getValue)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static synchronized Map<String, PurchaseDays> read() {
    if (customers == null) {
      customers = lines();
    }
    return customers;
  }

  private static Map<String, PurchaseDays> lines() {
    var customers = new TreeMap<String, PurchaseDays>();
    var file = SharedData.file("cdnow-purchases.csv.gz");
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      lines
          .lines()
          .skip(1)
          .map(line -> line.split(","))
          .sorted((a, b) -> a[2].compareTo(b[2]))
          .forEach(
              cells ->
                  customers
                      .computeIfAbsent(cells[0], c -> new PurchaseDays("USD"))
                      .bought(LocalDate.parse(cells[2]), new BigDecimal(cells[3]), cells[5]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return customers;
  }

  /** Who had bought by this day, as it was known then. */
  static List<Buying> until(List<PurchaseDays> customers, LocalDate day) {
    return customers.stream().filter(c -> c.boughtBy(day)).map(c -> c.until(day)).toList();
  }
}
