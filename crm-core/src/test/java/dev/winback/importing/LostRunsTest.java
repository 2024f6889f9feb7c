package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.CoreTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * I18: a run whose node was killed is gone on with by the node that has its file, or ends clearly.
 */
@CoreTest
class LostRunsTest {

  private static final String CSV = "customer,time,amount\n1,2026-05-01,5\n2,2026-05-02,x\n";
  private static final String HERE =
      ManagementFactory.getRuntimeMXBean().getName().split("@", 2)[1];
  private static final String ELSEWHERE = "1@elsewhere/x";

  /** No process has this number. */
  private static final String KILLED_HERE = "99999999@" + HERE + "/x";

  @Autowired Workers workers;
  @Autowired Uploads uploads;
  @Autowired Loading loading;
  @Autowired JdbcClient jdbc;

  @Test
  void theNodeThatHasTheFileGoesOnAfterTwoMinutesOfSilence() throws IOException {
    long early = lost(ELSEWHERE, 119, 0, true);
    long late = lost(ELSEWHERE, 120, 0, true);
    workers.takeOverLost();
    assertThat(loading.finished(late)).satisfies(LostRunsTest::isWhole);
    assertThat(state(early)).isEqualTo("running");
  }

  @Test
  void whatAKilledProcessOfThisHostLeftIsGoneOnWithAtOnce() throws IOException {
    long killed = lost(KILLED_HERE, 0, 0, true);
    long alive = lost(ManagementFactory.getRuntimeMXBean().getName() + "/other", 0, 0, true);
    workers.takeOverLost();
    assertThat(loading.finished(killed)).satisfies(LostRunsTest::isWhole);
    assertThat(state(alive)).isEqualTo("running");
  }

  @Test
  void whatAStoppedNodeLeftInGoodOrderIsNoDeath() throws IOException {
    long left = lost(null, 0, 3, true);
    workers.takeOverLost();
    assertThat(loading.finished(left)).satisfies(LostRunsTest::isWhole);
  }

  @Test
  void afterThreeTakeoversThatDiedItIsLeftAlone() throws IOException {
    long third = lost(KILLED_HERE, 0, 2, true);
    long fourth = lost(KILLED_HERE, 0, 3, true);
    workers.takeOverLost();
    assertThat(loading.finished(third)).satisfies(LostRunsTest::isWhole);
    assertThat(failure(fourth)).isEqualTo("died-often [4]");
  }

  @Test
  void withoutTheFileItWaitsTenMinutesForTheNodeThatHasIt() throws IOException {
    long waits = lost(ELSEWHERE, 599, 0, false);
    long gone = lost(ELSEWHERE, 600, 0, false);
    workers.takeOverLost();
    assertThat(state(waits)).isEqualTo("running");
    assertThat(failure(gone)).isEqualTo("died [1]");
  }

  @Test
  void aFileThatNeverCameWholeIsNotRead() throws IOException {
    long half = lost(KILLED_HERE, 0, 0, true);
    jdbc.sql("update import_run set bytes_total = 0 where id = :id").param("id", half).update();
    workers.takeOverLost();
    assertThat(failure(half)).startsWith("not-received");
  }

  @Test
  void whoeverLostTheRunStopsAndTouchesNothing() throws IOException {
    long taken = lost(ELSEWHERE, 0, 0, true);
    workers.submit(taken);
    org.awaitility.Awaitility.await().until(() -> !workers.has(taken));
    assertThat(state(taken)).isEqualTo("running");
    assertThat(jdbc.sql("select count(*) from purchase").query(Long.class).single()).isZero();
  }

  private static void isWhole(ImportRun run) {
    assertThat(run.state()).isEqualTo(ImportRun.State.DONE);
    assertThat(run.rows()).isEqualTo(2);
    assertThat(run.created()).isEqualTo(1);
    assertThat(run.rejected()).isEqualTo(1);
  }

  private long lost(@Nullable String node, int silent, int deaths, boolean withFile)
      throws IOException {
    long id =
        jdbc.sql(
                """
                insert into import_run (file_name, state, phase, node, deaths, bytes_total, heartbeat_at)
                values ('f', 'running', 'receiving', :node, :deaths, 60,
                        clock_timestamp() - make_interval(secs => :silent))
                returning id
                """)
            .param("node", node)
            .param("deaths", deaths)
            .param("silent", silent)
            .query(Long.class)
            .single();
    uploads.remove(id);
    if (withFile) {
      uploads.receive(id, new ByteArrayInputStream(CSV.getBytes(StandardCharsets.UTF_8)));
    }
    return id;
  }

  private String state(long id) {
    return text("select state from import_run where id = :id", id);
  }

  private String failure(long id) {
    return text("select failure || ' ' || failure_figures from import_run where id = :id", id);
  }

  private String text(String sql, long id) {
    return jdbc.sql(sql).param("id", id).query(String.class).single();
  }
}
