package dev.winback.bench;

import java.util.List;

/** Whole pages against their statements, and a logged outcome, in processor time. */
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

  private void page(Scenario scenario) throws Exception {
    var statements = site.statements(scenario);
    repeat(scenario, WARM);
    var before = Cpu.now(clients.backend());
    repeat(scenario, TIMES);
    var page = Cpu.now(clients.backend()).since(before);
    var sql = clients.ask(statements, 1_000);
    System.out.printf(
        "PAGE %-20s %.2f ms CPU (server %.2f, JVM and client %.2f), its %d statements asked alone %.2f ms: %.1f times%n",
        scenario.path(),
        page.all() * 1e3 / TIMES,
        page.server() * 1e3 / TIMES,
        page.jvm() * 1e3 / TIMES,
        statements.size(),
        sql.cpu() / 1e3,
        page.all() * 1e6 / TIMES / sql.cpu());
  }

  private void repeat(Scenario scenario, int times) throws Exception {
    for (int n = 0; n < times; n++) {
      site.get(scenario);
    }
  }
}
