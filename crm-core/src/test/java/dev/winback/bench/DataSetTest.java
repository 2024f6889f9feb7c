package dev.winback.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generator makes the data set of speed.md, at a hundredth of its size. */
class DataSetTest {

  private static final int CUSTOMERS = 10_000;

  @TempDir Path folder;

  @Test
  void theShareOfEachThingIsAsWanted() throws SQLException, IOException {
    try (var connection = DriverManager.getConnection(TestDatabase.inService())) {
      var data = new DataSet(connection).generate(CUSTOMERS, 3);
      double purchases = data.figure("select count(*) from bench.purchase");
      // a customer varies so much that ten thousand of them are three times as far off as a million
      assertThat(purchases / CUSTOMERS).isBetween(9.9, 11.1);
      assertThat(data.figure("select count(*) from bench.customer where not buys") / CUSTOMERS)
          .isBetween(0.09, 0.11);
      assertThat(data.figure("select avg((erlang = 1)::int) from bench.customer"))
          .isBetween(0.58, 0.62);
      assertThat(data.figure("select count(*) from bench.request")).isEqualTo(15_000);
      assertThat(data.figure("select count(*) from bench.contact")).isEqualTo(15_000);
      assertThat(data.figure(near("request", "requested_at"))).isBetween(0.79, 0.95);
      assertThat(data.figure(near("contact", "contacted_at"))).isBetween(0.79, 0.95);
      assertThat(
              data.figure(
                  "select floor(extract(epoch from max(purchased_at)) / 86400) from bench.purchase"))
          .isEqualTo(java.time.LocalDate.of(2026, 5, 31).toEpochDay());
      try (var lines = Files.lines(data.purchases(folder.resolve("purchases.csv")))) {
        assertThat(lines.count()).isEqualTo((long) purchases + 1);
      }
    }
  }

  /** Share of rows with a purchase of the same customer within 14 days. */
  private static String near(String table, String time) {
    return """
        select avg((exists (
          select from bench.purchase p
          where p.customer_id = r.customer_id
            and p.purchased_at between r.%2$s - interval '14 days 1 second' and r.%2$s + interval '14 days 1 second'))::int)
        from bench.%1$s r
        """
        .formatted(table, time);
  }
}
