package dev.winback.bench;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One logged outcome of a call, from the key to the next card, as a ratio to one look-up by primary
 * key. Writes: a rep has some fourteen calls a day, so each makes ten of his and the next goes on.
 */
final class OutcomeBench {

  private static final Pattern CARD = Pattern.compile("/tasks/\\d+/calls");
  private static final int CALLS = 10;
  private static final int WARM = 4;
  private static final int REPS = 5;

  /** An idle backend tells what it read after ten seconds. */
  private static final long TOLD = 11_000;

  private static final String NOTE = "said little";

  /** Who made calls in an earlier run over a kept data set has too few left. */
  private static final String REPS_LEFT =
      """
      select login from member m
       where login ~ '^r[0-9]+$' and not exists (select from call k where k.member_id = m.id and k.note = ?)
       order by id
      """;

  private static final String BLOCKS =
      "select blks_hit + blks_read from pg_stat_database where datname = current_database()";

  private final Site site;
  private final Clients clients;
  private final Queue<String> reps = new ArrayDeque<>();
  private String login = "";
  private String page = "";

  OutcomeBench(Site site, Clients clients) {
    this.site = site;
    this.clients = clients;
  }

  void run(String pattern) throws Exception {
    hire();
    for (var outcome : List.of("not_there", "talked")) {
      if (("rep outcome " + outcome).matches(pattern)) {
        outcome(outcome);
      }
    }
  }

  private void hire() throws SQLException {
    try (var statement = clients.first().prepareStatement(REPS_LEFT)) {
      statement.setString(1, NOTE);
      var rows = statement.executeQuery();
      while (rows.next()) {
        reps.add(rows.getString(1));
      }
    }
  }

  private void outcome(String outcome) throws Exception {
    for (int n = 0; n < WARM; n++) {
      next(outcome);
      calls(outcome);
    }
    var key = ListBench.key(clients);
    var all = new ArrayList<PageBench.Spent>();
    for (int n = 0; n < REPS; n++) {
      next(outcome);
      all.add(PageBench.spent(clients.backend(), CALLS, () -> calls(outcome)));
    }
    all.sort(Comparator.comparing(PageBench.Spent::ours));
    var middle = all.get(REPS / 2);
    System.out.printf(
        "OUTCOME %-10s %s: %.0f K (%.1f to %.1f ms), %,d buffers%n",
        outcome,
        middle,
        middle.ours() * 1e3 / key.cpu(),
        all.get(0).ours(),
        all.get(REPS - 1).ours(),
        buffers(outcome));
  }

  /** Of the whole database, so that what was written is in it. */
  private long buffers(String outcome) throws Exception {
    next(outcome);
    long before = blocks();
    calls(outcome);
    return (blocks() - before) / CALLS;
  }

  private long blocks() throws SQLException, InterruptedException {
    Thread.sleep(TOLD);
    try (var row = clients.first().createStatement().executeQuery(BLOCKS)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** The next rep who has a call left, with one of them made; he signs in unmeasured. */
  private void next(String outcome) throws Exception {
    do {
      login = reps.remove();
      page = site.get(new Scenario("", login, "/today"));
    } while (!CARD.matcher(page).find());
    call(outcome);
  }

  private void calls(String outcome) throws Exception {
    for (int n = 0; n < CALLS; n++) {
      call(outcome);
    }
  }

  private void call(String outcome) throws Exception {
    var card = CARD.matcher(page);
    if (!card.find()) {
      throw new IllegalStateException("no card for " + login + ": " + page);
    }
    var form =
        "result=%s&note=%s&form=%s&_csrf=%s"
            .formatted(outcome, NOTE.replace(' ', '+'), UUID.randomUUID(), Site.token(page));
    page = site.post(login, card.group(), form);
  }
}
