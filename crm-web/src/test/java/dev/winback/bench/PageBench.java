package dev.winback.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * Whole pages against their statements in processor time, the client that asks apart. A program in
 * service is warm, and no page is the first: all are asked in turns before any is measured, and in
 * turns again while they are.
 */
final class PageBench {

  private static final List<String> PATHS =
      List.of("/lost", "/lost?sort=gain", "/customers", "/letters/list", "/");

  private static final int WARM = 10;
  private static final int ROUNDS = 5;
  private static final int TIMES = 50;

  private final Site site;
  private final Clients clients;

  PageBench(Site site, Clients clients) {
    this.site = site;
    this.clients = clients;
  }

  void run(String pattern) throws Exception {
    var pages =
        PATHS.stream()
            .map(path -> new Scenario("manager " + path, "manager", path))
            .filter(page -> page.name().matches(pattern))
            .toList();
    for (int round = 0; round < WARM; round++) {
      for (var page : pages) {
        repeat(page, TIMES);
      }
    }
    measure(pages);
  }

  private void measure(List<Scenario> pages) throws Exception {
    var spent = new HashMap<Scenario, List<Spent>>();
    for (int round = 0; round < ROUNDS; round++) {
      for (var page : pages) {
        spent
            .computeIfAbsent(page, first -> new ArrayList<>())
            .add(spent(clients.backend(), TIMES, () -> repeat(page, TIMES)));
      }
    }
    for (var page : pages) {
      tell(page, spent.get(page));
    }
  }

  /** Seconds of the threads of the client and of those that answer, apart from all of the JVM. */
  record Threads(double client, double requests) {

    static Threads now() {
      return new Threads(
          ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9 + of("HttpClient-"),
          of("http-nio-"));
    }

    private static double of(String name) {
      var threads = ManagementFactory.getThreadMXBean();
      long sum = 0;
      for (var thread : threads.getThreadInfo(threads.getAllThreadIds())) {
        if (thread != null && thread.getThreadName().startsWith(name)) {
          sum += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
        }
      }
      return sum / 1e9;
    }

    Threads since(Threads earlier) {
      return new Threads(client - earlier.client, requests - earlier.requests);
    }
  }

  /** The round in the middle, and how far the others are from it. */
  private void tell(Scenario page, List<Spent> rounds) throws Exception {
    rounds.sort(Comparator.comparing(Spent::ours));
    var middle = rounds.get(rounds.size() / 2);
    var statements = site.statements(page);
    double sql = clients.ask(statements, 1_000).cpu() / 1e3;
    System.out.printf(
        "PAGE %-20s %s, its %d statements asked alone %.2f ms: %.1f times (%.1f to %.1f)%n",
        page.path(),
        middle,
        statements.size(),
        sql,
        middle.ours() / sql,
        rounds.get(0).ours() / sql,
        rounds.get(rounds.size() - 1).ours() / sql);
  }

  /**
   * Milliseconds of processor time for one of some: of the server, of the JVM without the client,
   * and of it the threads that answer (the rest compiles and cleans up).
   */
  record Spent(double server, double jvm, double requests, double client) {

    double ours() {
      return server + jvm;
    }

    @Override
    public String toString() {
      return "%.2f ms CPU (server %.2f, JVM %.2f, of it the request %.2f; the client %.2f beside)"
          .formatted(ours(), server, jvm, requests, client);
    }
  }

  static Spent spent(long backend, int times, Recording.Request work) throws Exception {
    var threads = Threads.now();
    var before = Cpu.now(backend);
    work.send();
    var all = Cpu.now(backend).since(before);
    var apart = Threads.now().since(threads);
    double each = 1e3 / times;
    return new Spent(
        all.server() * each,
        (all.jvm() - apart.client()) * each,
        apart.requests() * each,
        apart.client() * each);
  }

  private void repeat(Scenario scenario, int times) throws Exception {
    for (int n = 0; n < times; n++) {
      site.get(scenario);
    }
  }
}
