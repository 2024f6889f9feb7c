package dev.winback.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.postgresql.PGConnection;

/** The data set of the measurements: tables in the schema {@code bench}, and files of them. */
public record DataSet(Connection connection) {

  /**
   * Purchases a year of a customer with the mean rate who never leaves: found by trying, so that a
   * customer has 10.5 purchases in three years.
   */
  private static final String RATE = "47";

  private static final String PURCHASES =
      """
      copy (
        select c.ref as customer, %1$s as purchase,
               to_char(p.purchased_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as time,
               p.amount, 'EUR' as currency, 'paid' as status
        from bench.purchase p
        join bench.customer c on c.id = p.customer_id
        where %2$s
        order by p.number
      ) to stdout (format csv, header)
      """;

  /** Makes the tables; the same numbers give the same rows. */
  public DataSet generate(long customers, int years) throws SQLException, IOException {
    var sql = Files.readString(file());
    var figures =
        Map.of(
            ":customers",
            Long.toString(customers),
            ":years",
            Integer.toString(years),
            ":rate",
            RATE,
            ":begins",
            "'2023-06-01 UTC'");
    for (var figure : figures.entrySet()) {
      sql = sql.replaceAll("(?<!:)" + figure.getKey() + "\\b", figure.getValue());
    }
    execute(sql);
    return this;
  }

  private static Path file() {
    var beside = Path.of("../src/bench/generate.sql");
    return Files.exists(beside) ? beside : Path.of("src/bench/generate.sql");
  }

  /** All purchases in the order of time, as a shop exports them. */
  public Path purchases(Path file) throws SQLException, IOException {
    return write(PURCHASES.formatted("'o-' || p.number", "true"), file);
  }

  /** As many purchases as given of customers who are in, under ids that are not. */
  public Path morePurchases(Path file, long rows) throws SQLException, IOException {
    var chosen =
        "p.number %% (select greatest(count(*) / %d, 1) from bench.purchase) = 0".formatted(rows);
    return write(PURCHASES.formatted("'n-' || p.number", chosen), file);
  }

  /**
   * The customers are in before their purchases come; the index for parts of names is built last.
   */
  public void storeCustomers() throws SQLException {
    execute(
        """
        drop index customer_display_name_part;
        insert into customer (ref, first_name, last_name, email)
        select ref, first_name, last_name, lower(ref) || '@example.org' from bench.customer order by id;
        create index customer_display_name_part on customer using gin (lower(display_name) gin_trgm_ops);
        analyze customer
        """);
  }

  /** All facts as a first load would have left them, for what is measured behind loading. */
  public void storeFacts() throws SQLException {
    execute(
        """
        insert into purchase (customer_id, source, external_id, purchased_at, amount, currency, status)
        select c.id, 'bench', 'o-' || p.number, p.purchased_at, p.amount, 'EUR', 'paid'
        from bench.purchase p join bench.customer b on b.id = p.customer_id join customer c on c.ref = b.ref
        order by p.number;
        insert into request (customer_id, source, external_id, requested_at, subject)
        select c.id, 'bench', 'r-' || r.number, r.requested_at, r.kind
        from bench.request r join bench.customer b on b.id = r.customer_id join customer c on c.ref = b.ref;
        insert into contact (customer_id, source, external_id, contacted_at, channel, agreed, asks_reply, reached)
        select c.id, 'bench', 'c-' || r.number, r.contacted_at, r.channel, r.number % 4 = 0, r.number % 3 = 0, r.number % 2 = 0
        from bench.contact r join bench.customer b on b.id = r.customer_id join customer c on c.ref = b.ref;
        """);
    // not in the block above: it cannot run inside a transaction
    execute("vacuum analyze");
  }

  private Path write(String copy, Path file) throws SQLException, IOException {
    try (var out = Files.newOutputStream(file)) {
      connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, out);
    }
    return file;
  }

  /** One number of the database. */
  public double figure(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getDouble(1);
    }
  }

  public void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
