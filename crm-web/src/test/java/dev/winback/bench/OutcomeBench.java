package dev.winback.bench;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One logged outcome of a call, from the key to the next card: what it costs the server and the
 * JVM, the client apart, and which of its statements cost most. Writes: each run works off some
 * tasks of the first rep.
 */
final class OutcomeBench {

  private static final String LOGIN = "r7";
  private static final Pattern CARD = Pattern.compile("/tasks/\\d+/calls");
  private static final int WARM = 60;
  private static final int TIMES = 40;

  private final Site site;
  private final Clients clients;
  private String page = "";

  OutcomeBench(Site site, Clients clients) {
    this.site = site;
    this.clients = clients;
  }

  void run(String pattern) throws Exception {
    for (var outcome : List.of("not_there", "talked")) {
      if (("outcome " + outcome).matches(pattern)) {
        outcome(outcome);
      }
    }
  }

  private void outcome(String outcome) throws Exception {
    page = site.get(new Scenario("", LOGIN, "/today"));
    repeat(outcome, WARM);
    System.out.printf(
        "OUTCOME %-10s %s%n",
        outcome, PageBench.spent(clients.backend(), TIMES, () -> repeat(outcome, TIMES)));
    statements(Recording.of(() -> repeat(outcome, 1)));
  }

  /** Those that only read can be asked again: their buffers, and the largest of them. */
  private void statements(List<Asked> all) throws SQLException {
    var reads = all.stream().filter(OutcomeBench::reads).toList();
    long buffers = 0;
    for (var asked : reads) {
      buffers += asked.buffers(clients.first());
    }
    System.out.printf(
        "OUTCOME  %d statements, of them %d that read: %,d buffers%n",
        all.size(), reads.size(), buffers);
    for (var asked : largest(reads)) {
      System.out.printf(
          "OUTCOME   [%s] %,d buffers, %.2f ms%n",
          asked.begins(), asked.buffers(clients.first()), ListBench.time(asked, clients));
    }
  }

  private List<Asked> largest(List<Asked> reads) throws SQLException {
    var times = new java.util.HashMap<Asked, Double>();
    for (var asked : reads) {
      times.put(asked, ListBench.time(asked, clients));
    }
    return reads.stream()
        .sorted(Comparator.comparing((Asked asked) -> times.get(asked)).reversed())
        .limit(6)
        .toList();
  }

  private static boolean reads(Asked asked) {
    var words = asked.begins().toLowerCase(java.util.Locale.ROOT);
    boolean writes = asked.sql().matches("(?is).*\\b(insert|update|delete|advisory|nextval)\\b.*");
    return (words.startsWith("select") || words.startsWith("with")) && !writes;
  }

  private void repeat(String outcome, int times) throws Exception {
    for (int n = 0; n < times; n++) {
      var card = CARD.matcher(page);
      if (!card.find()) {
        throw new IllegalStateException("no card: " + page);
      }
      var form =
          "result=%s&note=said+little&form=%s&_csrf=%s"
              .formatted(outcome, UUID.randomUUID(), Site.token(page));
      page = site.post(LOGIN, card.group(), form);
    }
  }
}
