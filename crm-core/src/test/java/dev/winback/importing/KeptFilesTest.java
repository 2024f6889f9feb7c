package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.Customers;
import dev.winback.shared.Refused;
import dev.winback.testing.CoreTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** I18: files of runs stay 30 days and 10 GB in total, and none from before an erasure. */
@CoreTest
class KeptFilesTest {

  private static final String CSV = "customer,time,amount\n1,2026-05-01,5\n";
  private static final long PLENTY = Long.MAX_VALUE;

  @Autowired KeptFiles files;
  @Autowired Uploads uploads;
  @Autowired Loading loading;
  @Autowired Imports imports;
  @Autowired Mappings mappings;
  @Autowired Customers customers;
  @Autowired JdbcClient jdbc;

  @Test
  void afterThirtyDaysTheFileGoesAndThePageSaysSo() throws IOException {
    long young = run("done", 29, 10);
    long old = run("done", 30, 10);
    long failed = run("failed", 31, 10);
    long cancelled = run("cancelled", 31, 10);
    long tried = run("taken-back", 31, 10);
    twice(PLENTY);
    assertThat(uploads.kept()).contains(young).doesNotContain(old, failed, cancelled, tried);
    assertThat(loading.run(young).loadable()).isTrue();
    assertThat(loading.run(old).fileGone()).isTrue();
    assertThatThrownBy(() -> imports.loadAgain(old, loading.manager())).isInstanceOf(Refused.class);
  }

  @Test
  void theOldestGoWhenAllTogetherAreTooMuch() throws IOException {
    long oldest = run("done", 3, 10);
    long middle = run("done", 2, 10);
    long newest = run("done", 1, 10);
    twice(20);
    assertThat(uploads.kept()).contains(newest, middle).doesNotContain(oldest);
    twice(19);
    assertThat(uploads.kept()).contains(newest).doesNotContain(middle);
  }

  @Test
  void whatIsBeingReadStaysAndWhatNobodyExplainedEnds() throws IOException {
    long running = run("running", 31, 10);
    long fresh = run("waiting", 29, 10);
    long forgotten = run("waiting", 30, 10);
    twice(0);
    assertThat(uploads.kept()).contains(running, fresh).doesNotContain(forgotten);
    assertThat(loading.run(forgotten).failure().key()).isEqualTo("importing.failed.not-explained");
    assertThat(loading.run(fresh).state()).isEqualTo(ImportRun.State.WAITING);
  }

  @Test
  void afterAnErasureNoEarlierFileIsLoadedAgain() throws IOException {
    var before = loading.load(CSV);
    long running = run("running", 0, 10);
    customers.erase("1", loading.manager());
    assertThat(loading.run(before.id()).loadable()).isFalse();
    var after = loading.load(CSV.replace("1,2026", "2,2026"));
    twice(PLENTY);
    assertThat(uploads.kept()).contains(after.id(), running).doesNotContain(before.id());
    jdbc.sql("update import_run set state = 'done' where id = :id").param("id", running).update();
    twice(PLENTY);
    assertThat(uploads.kept()).doesNotContain(running);
  }

  /** Each node has the files that it received, unless they share a folder. */
  @Test
  void whereAFileIsNotHereItsColumnsCannotBeExplainedAndTheRefusalSaysWhy() throws IOException {
    var waiting = loading.load("Kunde;Wann\n1;gestern\n");
    assertThat(waiting.state()).isEqualTo(ImportRun.State.WAITING);
    uploads.remove(waiting.id());
    assertThatThrownBy(() -> mappings.proposed(waiting.id(), loading.manager()))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.sentence().key()).isEqualTo("refused.import-gone"));
  }

  private void twice(long bytes) {
    files.clean(bytes);
    files.clean(bytes);
  }

  private long run(String state, int daysAgo, int bytes) throws IOException {
    long id =
        jdbc.sql(
                """
                insert into import_run (file_name, state, bytes_total, node, started_at, finished_at)
                values ('f', :state, :bytes, :node, clock_timestamp() - make_interval(days => :days),
                        case when :state not in ('running', 'waiting')
                             then clock_timestamp() - make_interval(days => :days) end)
                returning id
                """)
            .param("state", state)
            .param("bytes", bytes)
            .param("node", "1@elsewhere/x")
            .param("days", daysAgo)
            .query(Long.class)
            .single();
    uploads.receive(id, new ByteArrayInputStream(CSV.getBytes(StandardCharsets.UTF_8)));
    return id;
  }
}
