package dev.winback.importing;

import dev.winback.shared.Copy;
import dev.winback.shared.Stages;
import dev.winback.shared.Staging;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.ObjectMapper;

/**
 * One import from file to settled facts, which {@link Storing} takes over. A batch of rows is one
 * transaction: nothing holds a snapshot for minutes, and a run that dies is begun again.
 */
class Run {

  private final long id;
  private final ImportFile file;
  private final Feed feed;
  private final Values values;
  private final Tools tools;
  private final Staging staging;
  private final Batches batches;
  private final @Nullable Grouped grouped;
  private final UnreadCells unread;

  /** What every run works with; closing is true when this node is being stopped. */
  record Tools(
      TransactionTemplate tx,
      Runs runs,
      RunEnds ends,
      Parts parts,
      Stages stages,
      Copy copy,
      ObjectMapper json,
      BooleanSupplier closing) {

    void inTransaction(Runnable work) {
      tx.executeWithoutResult(status -> work.run());
    }
  }

  Run(long id, ImportFile file, Feed feed, Values values, Tools tools) {
    this.id = id;
    this.file = file;
    this.feed = feed;
    this.values = values;
    this.tools = tools;
    unread = UnreadCells.of(file.header(), file.format());
    staging = Staging.ofRun(id);
    grouped = file.format().grouped() ? new Grouped(file, staging, tools) : null;
    batches = new Batches(id, file, feed, grouped, tools);
  }

  void process(boolean dryRun) throws IOException {
    try (feed;
        batches) {
      work(dryRun);
    }
  }

  private void work(boolean dryRun) throws IOException {
    var storing = new Storing(id, feed, grouped, tools);
    if (dryRun || !storing.ready()) {
      long rows = file.expectedRows();
      tools.inTransaction(() -> open(rows));
      read();
      settle(dryRun, storing);
    }
    if (!dryRun) {
      storing.store();
      tools.ends().done(id);
    }
  }

  private void open(long rows) {
    tools.runs().reading(id);
    tools.stages().drop(staging, "");
    feed.open(staging, rows);
  }

  private void read() throws IOException {
    if (grouped != null) {
      grouped.lay(batches::flush);
    }
    var plain = feed.plain(file.header(), values);
    if (plain == null) {
      eachFact(this::take, rows -> batches.reject(rows, endless()));
    } else {
      file.source().read(line -> take(plain, line), row -> take(List.of(row)));
    }
    batches.end();
    tools.inTransaction(() -> tools.ends().warned(id, file, values.members().refused()));
  }

  private boolean take(Predicate<Lines> plain, Lines line) {
    boolean taken = plain.test(line);
    if (taken) {
      batches.passed(1, line.length());
    }
    return taken;
  }

  /** The rows of each fact, in the order of their first rows. */
  private void eachFact(Consumer<List<RawRow>> facts, Consumer<List<RawRow>> endless)
      throws IOException {
    if (grouped == null) {
      file.source().read(row -> facts.accept(List.of(row)));
    } else {
      grouped.read(facts, endless);
    }
  }

  private static BadCell endless() {
    return new BadCell(null, "too-many-lines", Grouped.MOST_ROWS);
  }

  private void take(List<RawRow> fact) {
    try {
      var checked = fact.stream().map(this::checked).toList();
      feed.take(file.format().translate(checked, values), values);
      if (grouped != null) {
        grouped.weigh(fact);
      }
      batches.passed(fact);
    } catch (BadCell bad) {
      batches.reject(fact, bad);
    }
  }

  private RawRow checked(RawRow row) {
    try {
      var settled = unread.settled(row);
      var unused = file.header().cells(settled).checked();
      return settled;
    } catch (BadCell bad) {
      throw bad.at(row.line());
    }
  }

  private void settle(boolean dryRun, Storing storing) throws IOException {
    tools.inTransaction(() -> tools.runs().phase(id, "checking"));
    var settled = Objects.requireNonNull(tools.tx().execute(tx -> settled()));
    giveBackOvertaken(settled);
    tools.inTransaction(
        () -> {
          tools.parts().settled(id, settled);
          if (file.format().tellsCustomers()) {
            tools.parts().foundBy(id);
          }
          storing.begin(settled, dryRun);
        });
  }

  private List<Feed.Stored> settled() {
    var settled = feed.settle(staging);
    if (grouped != null) {
      settled.stream()
          .filter(Feed.Stored::counts)
          .forEach(stored -> grouped.count(stored.kind().type()));
    }
    return settled;
  }

  /** Goes once more through the rows for those that a later one overtook: tables have no cells. */
  private void giveBackOvertaken(List<Feed.Stored> settled) throws IOException {
    for (var stored : settled) {
      if (stored.counts() && stored.settled().refused() > 0) {
        var overtaken = new OvertakenLines(tools, staging, stored.kind().intake());
        var reasons = new LateReasons(file.format(), values);
        eachFact(
            fact -> {
              var line = overtaken.at(fact.get(0).line());
              if (line != null) {
                batches.giveBack(fact, reasons.of(fact, stored.kind().type(), line));
              }
            },
            endless -> {});
        batches.end();
      }
    }
  }
}
