package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winback.customer.Customers;
import dev.winback.testing.CoreTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * I8, I18: a file that two people load at the same moment is stored once, and neither run fails.
 */
@CoreTest
class LoadedAtOnceTest {

  @Autowired Loading loading;
  @Autowired Imports imports;
  @Autowired Customers customers;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "customer,time,cart\n1,2026-01-02,A\n2,2026-01-03,B\n",
        "email,time,cart\na@example.org,2026-01-02,A\nb@example.org,2026-01-03,B\n",
        "customer,time,amount,purchase\n1,2026-01-02,5,A\n2,2026-01-03,5,B\n",
        "customer,time,channel,contact\n1,2026-01-02,phone,A\n2,2026-01-03,phone,B\n",
      })
  void bothRunsEndAndOneOfThemStores(String csv) {
    loading.manager();
    var runs = new ArrayList<Long>();
    transaction.executeWithoutResult(
        tx -> {
          customers.lockFacts();
          runs.add(start(csv));
          runs.add(start(csv));
          // each has found that nothing of it is stored yet
          await().atMost(Duration.ofSeconds(30)).until(() -> waiting() == 2);
        });
    var ended = runs.stream().map(loading::finished).toList();
    assertThat(ended).extracting(ImportRun::failure).containsOnlyNulls();
    assertThat(sorted(ended, ImportRun::created)).containsExactly(0L, 2L);
    assertThat(sorted(ended, ImportRun::same)).containsExactly(0L, 2L);
  }

  private static List<Long> sorted(List<ImportRun> runs, Function<ImportRun, Long> figure) {
    return runs.stream().map(figure).sorted().toList();
  }

  private long start(String csv) {
    var content = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    return imports.start("file.csv", content, "auto", false, loading.manager());
  }

  private long waiting() {
    return jdbc.sql(
            """
            select count(*) from pg_locks l join pg_database d on d.oid = l.database and d.datname = current_database()
             where l.locktype = 'advisory' and not l.granted
            """)
        .query(Long.class)
        .single();
  }
}
