package dev.winback.mail;

import dev.winback.bench.Cpu;
import dev.winback.letter.Journal;
import dev.winback.letter.Outbox;
import dev.winback.shared.BusinessClock;
import dev.winback.testing.ALetter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Letters a second from the claim to the recorded answer against a bare client on the same sink, in
 * alternating rounds: the arguments are the database, letters a round, rounds and workers.
 */
final class LetterBench {

  private static final String MAKE =
      """
      with made as (
        insert into customer (ref, name, first_name, last_name, email, email_consent)
        select 'bench' || nextval('bench'), 'Anna Berg', 'Anna', 'Berg', 'anna' || currval('bench') || '@example.org', true
          from generate_series(1, :letters)
        returning id
      ), lapse as (
        insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
        select id, 1, 'LATE', date '2026-05-30', 'silent', date '2026-03-01', 100, 'EUR' from made
        returning id, customer_id
      ), letter as (
        insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, mail_group)
        select lapse.id, customer_id, 1, 'PLANNED', 10, template_id, date '2026-05-30', 'other' from lapse, rung where number = 1
        returning id, customer_id, lapse_id
      )
      insert into coupon (code, letter_id, customer_id, lapse_id, percent, valid_until)
      select coupon_code(), id, customer_id, lapse_id, 10, :today + coupon_days from letter, rung where number = 1
      """;

  private final AnnotationConfigApplicationContext beans;

  private final JdbcClient jdbc;
  private final int letters;
  private final int workers;

  private LetterBench(AnnotationConfigApplicationContext beans, int letters, int workers) {
    this.beans = beans;
    this.jdbc = beans.getBean(JdbcClient.class);
    this.letters = letters;
    this.workers = workers;
  }

  public static void main(String[] args) throws Exception {
    SendingNode.early();
    var beans = SendingNode.beans(args[0], 6, false);
    int workers = Integer.parseInt(args[3]);
    new LetterBench(beans, Integer.parseInt(args[1]), workers).run(Integer.parseInt(args[2]));
    System.exit(0);
  }

  private void run(int rounds) throws Exception {
    jdbc.sql("create sequence bench").update();
    ALetter.in(jdbc).to("first@example.org").planned();
    var bare = new ArrayList<Double>();
    var own = new ArrayList<Double>();
    var ratio = new ArrayList<Double>();
    try (var sink = new BenchSink()) {
      for (int round = 0; round <= rounds; round++) {
        double b = bare(sink);
        double o = own(sink);
        System.out.printf(
            "round %d: bare %.0f/s, from claim to record %.0f/s, ratio %.2f%n", round, b, o, o / b);
        // the first one warms up
        if (round > 0) {
          bare.add(b);
          own.add(o);
          ratio.add(o / b);
        }
      }
    }
    System.out.printf(
        "%d letters a round, %d workers: bare %s, own %s, ratio of medians %.2f, ratios %s%n",
        letters, workers, figures(bare), figures(own), median(own) / median(bare), figures(ratio));
  }

  private double bare(BenchSink sink) throws Exception {
    var message = SmtpPostmanTest.realLetter();
    var left = new AtomicInteger(letters * 2);
    return measured(sink, letters * 2, () -> new BareClient(sink.port(), message, left).run());
  }

  private double own(BenchSink sink) throws Exception {
    var today = beans.getBean(BusinessClock.class).today();
    jdbc.sql(MAKE).param("letters", letters).param("today", today).update();
    jdbc.sql("analyze").update();
    var outbox = beans.getBean(Outbox.class);
    double rate =
        measured(
            sink,
            letters,
            () -> {
              var settings = SmtpPostmanTest.settings(sink.port());
              try (var postman = new SmtpPostman(settings, "letters@shop.example")) {
                sender(outbox).round(postman);
              }
            });
    long sent =
        jdbc.sql("select count(*) from letter where state = 'PLANNED'").query(Long.class).single();
    if (sent > 0) {
      throw new IllegalStateException(sent + " letters have not left");
    }
    return rate;
  }

  private LetterSender sender(Outbox outbox) {
    return new LetterSender(
        outbox,
        beans.getBean(Journal.class),
        beans.getBean(LetterRenderer.class),
        beans.getBean(BusinessClock.class),
        "letters@shop.example",
        "bench",
        Pace.STANDARD);
  }

  private double measured(BenchSink sink, int expected, Runnable work) throws Exception {
    long before = sink.taken();
    long backend = jdbc.sql("select pg_backend_pid()").query(Long.class).single();
    var cpuBefore = Cpu.now(backend);
    long start = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      var thread = new Thread(work);
      thread.start();
      threads.add(thread);
    }
    for (var thread : threads) {
      thread.join(Duration.ofMinutes(10).toMillis());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    var cpu = Cpu.now(backend).since(cpuBefore);
    long taken = sink.taken() - before;
    System.out.printf(
        "  %d letters, processor us a letter: server %.0f, this JVM with the sink %.0f%n",
        taken, cpu.server() * 1e6 / taken, cpu.jvm() * 1e6 / taken);
    if (taken < expected) {
      throw new IllegalStateException(taken + " of " + expected + " arrived");
    }
    return taken / seconds;
  }

  private static double median(List<Double> figures) {
    var sorted = new ArrayList<>(figures);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private static String figures(List<Double> figures) {
    return "%.2f (%.2f to %.2f)"
        .formatted(median(figures), Collections.min(figures), Collections.max(figures));
  }
}
