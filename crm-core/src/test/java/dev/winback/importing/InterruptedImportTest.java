package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.purchase.PurchasesRecorded;
import dev.winback.shared.Copy;
import dev.winback.shared.Refused;
import dev.winback.shared.Stages;
import dev.winback.testing.CoreTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.ObjectMapper;

/**
 * I18, T11, T12: stopped at every point between two transactions and gone on with, a run ends as an
 * undisturbed one; cancelled, it stops within a batch or a slice.
 */
@CoreTest
class InterruptedImportTest {

  private static final int CUSTOMERS = 5_000;
  private static final int ROWS = 11_000;

  @Autowired Loading loading;
  @Autowired Imports imports;
  @Autowired Workers workers;
  @Autowired Uploads uploads;
  @Autowired Dump dump;
  @Autowired Runs runs;
  @Autowired RunEnds ends;
  @Autowired Parts parts;
  @Autowired Stages stages;
  @Autowired Copy copy;
  @Autowired ObjectMapper json;
  @Autowired Kinds kinds;
  @Autowired ValueReading reading;
  @Autowired Node node;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;
  @Autowired ApplicationEventMulticaster events;

  @Test
  void stoppedAtEveryPointItEndsAsAnUndisturbedOne() throws IOException {
    var whole = loading.load(csv());
    var wholeDump = dump.everything();
    imports.takeBack(whole.id(), loading.manager());
    loading.finished(whole.id());
    assertThat(dump.everything()).isEmpty();
    long id = received();
    int stops = 0;
    while (!ended(id, somethingStored(id) ? 1 : stops)) {
      stops++;
    }
    var pieced = loading.finished(id);
    assertThat(stops).isGreaterThanOrEqualTo(5);
    assertThat(counters(pieced)).isEqualTo(counters(whole));
    assertThat(dump.everything()).isEqualTo(wholeDump);
    System.out.printf("INTERRUPTED %d rows, %d stops, equal dumps%n", ROWS, stops);
  }

  /** Until then a first load is read once more each time. */
  private boolean somethingStored(long id) {
    return runs.storing(id) && parts.of(id).stream().anyMatch(part -> part.slicesDone() > 0);
  }

  @Test
  void stagedRowsThatACrashOfTheDatabaseEmptiedAreReadAgain() throws IOException {
    long id = received();
    assertThat(ended(id, 3)).isFalse();
    assertThat(runs.storing(id)).isTrue();
    for (var table :
        jdbc.sql("select tablename from pg_tables where schemaname = 'import_" + id + "'")
            .query(String.class)
            .list()) {
      jdbc.sql("truncate import_" + id + "." + table).update();
    }
    assertThat(ended(id, Integer.MAX_VALUE)).isTrue();
    var run = loading.finished(id);
    assertThat(run.created()).isEqualTo(ROWS - 1);
    assertThat(run.same()).isZero();
    assertThat(run.rejected()).isEqualTo(1);
  }

  @Test
  void cancelledWhileStoringWhatIsInStays() {
    var id = new long[1];
    var slices = new AtomicInteger();
    ApplicationListener<PayloadApplicationEvent<?>> cancelAtTheSecondSlice =
        event -> {
          if (event.getPayload() instanceof PurchasesRecorded && slices.incrementAndGet() == 2) {
            imports.cancel(id[0], loading.manager());
          }
        };
    var manager = loading.manager();
    // the first file of all is stored at once
    var before = loading.load("customer,time,amount\n1,2026-01-01,1\n");
    events.addApplicationListener(cancelAtTheSecondSlice);
    try {
      id[0] = imports.start("f", stream(csv()), "auto", false, manager);
      var run = loading.finished(id[0]);
      assertThat(run.state()).isEqualTo(ImportRun.State.CANCELLED);
      assertThat(run.created()).isPositive().isLessThan(ROWS - 1);
      assertThat(run.takeable()).isTrue();
      assertThat(jdbc.sql("select count(*) from purchase").query(Long.class).single())
          .isEqualTo(run.created() + before.created());
      imports.cancel(id[0], manager);
      imports.takeBack(id[0], manager);
      assertThat(loading.finished(id[0]).state()).isEqualTo(ImportRun.State.TAKEN_BACK);
      assertThat(jdbc.sql("select count(*) from purchase").query(Long.class).single())
          .isEqualTo(before.created());
    } finally {
      events.removeApplicationListener(cancelAtTheSecondSlice);
    }
  }

  @Test
  void cancelledBeforeStoringNothingIsStored() throws IOException {
    long id = received();
    assertThat(ended(id, 1)).isFalse();
    imports.cancel(id, loading.manager());
    workers.submit(id);
    var run = loading.finished(id);
    assertThat(run.state()).isEqualTo(ImportRun.State.CANCELLED);
    assertThat(run.undone().cancelledBy()).isEqualTo("Manager");
    assertThat(dump.everything()).isEmpty();
    assertThat(jdbc.sql("select to_regnamespace('import_" + id + "')::text").query().singleColumn())
        .containsOnlyNulls();
  }

  @Test
  void whatIsOverCannotBeCancelled() {
    var run = loading.load("customer\n1\n");
    assertThatThrownBy(() -> imports.cancel(run.id(), loading.manager()))
        .isInstanceOf(Refused.class);
  }

  /** Works until the node is stopped after so many batches and slices; true when it got through. */
  private boolean ended(long id, int batches) throws IOException {
    var left = new AtomicInteger(batches);
    var tools =
        new Run.Tools(
            new TransactionTemplate(transactions),
            runs,
            ends,
            parts,
            stages,
            copy,
            json,
            () -> left.getAndDecrement() <= 0);
    var file = ImportFile.of(uploads.of(id), header -> Formats.of(header, null));
    tools.inTransaction(() -> runs.recognised(id, file));
    try {
      new Run(id, file, new Feed(file.format(), kinds), reading.values(file.notation()), tools)
          .process(false);
      return true;
    } catch (Superseded stopped) {
      return false;
    }
  }

  private long received() throws IOException {
    long id = runs.add("f", Asked.of("auto", null, null, null, false), loading.manager());
    runs.received(id, uploads.receive(id, stream(csv())).size());
    return id;
  }

  private static String counters(ImportRun run) {
    return "%s %d %d %d %d %d %s"
        .formatted(
            run.state(),
            run.rows(),
            run.created(),
            run.changed(),
            run.same(),
            run.rejected(),
            run.moneyTotal());
  }

  private static ByteArrayInputStream stream(String csv) {
    return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
  }

  private static String csv() {
    var csv = new StringBuilder("purchase,customer,time,amount\n");
    for (int i = 1; i < ROWS; i++) {
      csv.append("p%d,%d,2026-0%d-01,%d\n".formatted(i, i % CUSTOMERS, 1 + i % 5, 1 + i % 90));
    }
    return csv.append("broken,1,never,1\n").toString();
  }
}
