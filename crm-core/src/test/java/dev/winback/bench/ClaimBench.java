package dev.winback.bench;

import dev.winback.letter.Outbox;
import dev.winback.signal.Signals;
import dev.winback.value.Values;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Row 15 of the limits: claims of fifty letters alone, under a snapshot that somebody holds, and
 * while the night streams, as letters in a processor second of the connection that claims.
 */
public final class ClaimBench {

  private static final LocalDate DAY = LocalDate.of(2026, 5, 31);
  private static final int BATCH = 50;

  private static final String MAKE =
      """
      with made as (
        insert into customer (ref, name, first_name, last_name, email, email_consent)
        select 'claim' || nextval('bench'), 'Anna Berg', 'Anna', 'Berg', 'anna' || currval('bench') || '@example.org', true
          from generate_series(1, :letters)
        returning id
      ), lapse as (
        insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
        select id, 1, 'LATE', date '2026-05-30', 'silent', date '2026-03-01', 100, 'EUR' from made
        returning id, customer_id
      )
      insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, mail_group)
      select lapse.id, customer_id, 1, 'PLANNED', 10, template_id, date '2026-05-30', 'other' from lapse, rung where number = 1
      """;

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final Signals signals;
  private final Values values;
  private final TransactionTemplate transaction;
  private final String url;
  private final int letters;

  private ClaimBench(ConfigurableApplicationContext context, String url, int letters) {
    jdbc = context.getBean(JdbcClient.class);
    outbox = context.getBean(Outbox.class);
    signals = context.getBean(Signals.class);
    values = context.getBean(Values.class);
    transaction = context.getBean(TransactionTemplate.class);
    this.url = url;
    this.letters = letters;
  }

  /** Database, folder, customers, letters of each measurement, rounds. */
  public static void main(String[] arguments) throws Exception {
    var application =
        new SpringApplicationBuilder(BenchApplication.class)
            .web(WebApplicationType.NONE)
            .properties(
                "spring.datasource.url=" + arguments[0],
                "winback.data-dir=" + arguments[1],
                "winback.mail.hours=00:00-24:00");
    try (var context = application.run();
        var connection = DriverManager.getConnection(arguments[0])) {
      data(connection, Long.parseLong(arguments[2]));
      new ClaimBench(context, arguments[0], Integer.parseInt(arguments[3]))
          .run(Integer.parseInt(arguments[4]));
    }
  }

  private static void data(Connection connection, long customers) throws SQLException, IOException {
    var data = new DataSet(connection).generate(customers, 3);
    data.storeCustomers();
    data.storeFacts();
    data.execute("create sequence bench");
    data.execute("update rung set mode = 'live', since = date '2026-01-01' where number = 1");
    data.execute("vacuum analyze");
  }

  private void run(int rounds) throws Exception {
    claimed();
    var snapshot = new ArrayList<Double>();
    var night = new ArrayList<Double>();
    for (int round = 1; round <= rounds; round++) {
      double alone = claimed();
      double held = underSnapshot();
      double beside = besideNight(DAY.plusDays(round));
      System.out.printf(
          "round %d: letters in a processor second: alone %.0f, under a snapshot %.0f, night %.0f%n",
          round, alone, held, beside);
      snapshot.add(held / alone);
      night.add(beside / alone);
    }
    System.out.printf("15 of alone: under a snapshot %s, beside the night %s%n", snapshot, night);
  }

  /** All letters are claimed and settled as if sent; the first tenth is not counted. */
  private double claimed() {
    jdbc.sql(MAKE).param("letters", letters).update();
    jdbc.sql("vacuum analyze letter, customer, lapse, mail_address").update();
    return claims();
  }

  private double claims() {
    double used = 0;
    int counted = 0;
    int passed = 0;
    for (int taken = 1; taken > 0; passed += taken) {
      var cpu = new double[1];
      taken = claim(cpu);
      if (passed >= letters / 10) {
        used += cpu[0];
        counted += taken;
      }
    }
    if (passed < letters) {
      throw new IllegalStateException(passed + " of " + letters + " claimed");
    }
    return counted / used;
  }

  private int claim(double[] cpu) {
    var ids = new ArrayList<Long>();
    transaction.executeWithoutResult(
        status -> {
          long backend = jdbc.sql("select pg_backend_pid()").query(Long.class).single();
          double before = Cpu.of(backend);
          outbox.claim("bench", BATCH, Duration.ofMinutes(10)).stream()
              .map(letter -> letter.id().value())
              .forEach(ids::add);
          cpu[0] = Cpu.of(backend) - before;
        });
    settle(ids);
    return ids.size();
  }

  private void settle(List<Long> ids) {
    jdbc.sql(
            "update letter set state = 'SENT', sent_at = now(), ended_at = now() where id = any (:ids)")
        .param("ids", ids.toArray(Long[]::new))
        .update();
  }

  private double underSnapshot() throws SQLException {
    jdbc.sql(MAKE).param("letters", letters).update();
    jdbc.sql("vacuum analyze letter, customer, lapse, mail_address").update();
    try (var reader = DriverManager.getConnection(url);
        var statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      statement.executeQuery("select count(*) from letter").close();
      return claims();
    }
  }

  private double besideNight(LocalDate day) throws InterruptedException {
    jdbc.sql(MAKE).param("letters", letters).update();
    jdbc.sql("vacuum analyze letter, customer, lapse, mail_address").update();
    var night =
        new Thread(
            () -> {
              values.refit(day);
              signals.foldAll(day);
            });
    night.start();
    double rate = claims();
    System.out.println(night.isAlive() ? "  the night ran on" : "  the night was over before");
    night.join();
    return rate;
  }
}
