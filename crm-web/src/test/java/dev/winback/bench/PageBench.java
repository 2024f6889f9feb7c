package dev.winback.bench;

import java.lang.management.ManagementFactory;
import java.util.List;

/** Whole pages against their statements in processor time, the client that asks apart. */
final class PageBench {

  private static final int WARM = 300;
  private static final int TIMES = 200;

  private final Site site;
  private final Clients clients;

  PageBench(Site site, Clients clients) {
    this.site = site;
    this.clients = clients;
  }

  void run(String pattern) throws Exception {
    for (var path : List.of("/lost", "/lost?sort=gain", "/customers", "/letters/list", "/")) {
      var scenario = new Scenario("manager " + path, "manager", path);
      if (scenario.name().matches(pattern)) {
        page(scenario);
      }
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

  private void page(Scenario scenario) throws Exception {
    var statements = site.statements(scenario);
    repeat(scenario, WARM);
    var spent = spent(clients.backend(), TIMES, () -> repeat(scenario, TIMES));
    var sql = clients.ask(statements, 1_000);
    System.out.printf(
        "PAGE %-20s %s, its %d statements asked alone %.2f ms: %.1f times%n",
        scenario.path(), spent, statements.size(), sql.cpu() / 1e3, spent.ours() * 1e3 / sql.cpu());
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
