package dev.winback.mail;

import dev.winback.letter.CarelessJournal;
import dev.winback.letter.Journal;
import dev.winback.letter.Outbox;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Hours;
import dev.winback.shared.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import tools.jackson.databind.json.JsonMapper;

/**
 * A node of the sender alone in its JVM, made to be killed: arguments are the database, the sink's
 * port, the number of workers and whether it announces.
 */
public final class SendingNode {

  static final Pace HASTY =
      new Pace(5, Duration.ofSeconds(3), Duration.ofMillis(200), Duration.ofSeconds(3));

  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration RECOVER = Duration.ofMillis(300);

  private SendingNode() {}

  public static void main(String[] args) {
    early();
    var beans = beans(args[0], 8, args[3].equals("careless"));
    var outbox = beans.getBean(Outbox.class);
    int workers = Integer.parseInt(args[2]);
    var rounds = new Rounds(workers + 1);
    for (int i = 0; i < workers; i++) {
      var sender = sender(outbox, beans);
      rounds.each(LOOK, () -> patiently(() -> round(sender, Integer.parseInt(args[1]))));
    }
    rounds.each(RECOVER, () -> patiently(outbox::recover));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(rounds, beans)));
  }

  /** Who is asked politely (SIGTERM) ends as the timetable does; a killed one does not get here. */
  private static void stop(Rounds rounds, AnnotationConfigApplicationContext beans) {
    rounds.stop();
    beans.close();
  }

  /** Before anything of the library is touched. */
  static void early() {
    System.setProperty(
        "jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
  }

  static AnnotationConfigApplicationContext beans(String url, int connections, boolean careless) {
    var beans = new AnnotationConfigApplicationContext();
    beans.registerBean("database", DataSource.class, () -> pool(url, connections));
    beans.register(Beans.class);
    beans.register(careless ? CarelessJournal.class : Journal.class);
    beans.register(Outbox.class);
    beans.refresh();
    return beans;
  }

  /** As the timetable does: a database that is away for a while ends nothing. */
  private static void patiently(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private static LetterSender sender(Outbox outbox, AnnotationConfigApplicationContext beans) {
    return new LetterSender(
        outbox,
        beans.getBean(Journal.class),
        beans.getBean(LetterRenderer.class),
        beans.getBean(BusinessClock.class),
        "letters@shop.example",
        "node-" + ProcessHandle.current().pid(),
        HASTY);
  }

  private static void round(LetterSender sender, int port) {
    try (var postman = new SmtpPostman(SmtpPostmanTest.settings(port), "letters@shop.example")) {
      sender.round(postman);
    }
  }

  private static DataSource pool(String url, int connections) {
    var pool = new com.zaxxer.hikari.HikariDataSource();
    pool.setJdbcUrl(url);
    pool.setMaximumPoolSize(connections);
    pool.setConnectionTimeout(10_000);
    return pool;
  }

  @EnableTransactionManagement
  @ComponentScan(
      basePackages = {"dev.winback.letter", "dev.winback.customer", "dev.winback.staff"},
      useDefaultFilters = false,
      includeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern =
                  "dev\\.winback\\.(letter\\.(JournalPages|FileLinks|LetterFrames|Gate|TrackedLinks|Line|LineProgress|Claims|Receivers|Quotas|Results|RungHealth|Announcements|Relay|SignedLinks|LetterPlanning|StoppedMailboxes)|customer\\.Suppressions|staff\\.Audit)"))
  static class Beans {

    @Bean
    DataSourceTransactionManager transactions(DataSource database) {
      return new DataSourceTransactionManager(database);
    }

    @Bean
    JdbcClient jdbc(DataSource database) {
      return JdbcClient.create(database);
    }

    @Bean
    JsonMapper json() {
      return JsonMapper.builder().build();
    }

    @Bean
    LetterRenderer renderer() {
      return new LetterRenderer();
    }

    @Bean
    BusinessClock clock(Settings settings) {
      return new BusinessClock(settings);
    }

    @Bean
    Settings settings() {
      return new Settings(
          Path.of("target"),
          false,
          new Settings.Admin(null),
          null,
          ZoneId.of("Europe/Berlin"),
          null,
          Currency.getInstance("EUR"),
          new Settings.Mail(
              Settings.Mode.SMTP,
              false,
              Hours.valueOf("00:00-24:00"),
              true,
              4,
              Duration.ofSeconds(30),
              "letters@shop.example",
              true),
          new Settings.Night(false, LocalTime.of(2, 0), 100_000),
          new Settings.Webhooks(false),
          new Settings.Inbox(
              null,
              993,
              true,
              null,
              null,
              "INBOX",
              java.time.Duration.ofSeconds(60),
              null,
              null,
              null),
          new Settings.Weekly(LocalTime.of(7, 0)),
          new Settings.Database(
              Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofMinutes(10)),
          URI.create("http://localhost:8080"),
          List.of());
    }
  }
}
