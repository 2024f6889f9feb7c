package dev.winback.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.CoreTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table is looked at again when it has grown by a fifth, and left alone until then. */
@CoreTest
class StatisticsTest {

  @Autowired Statistics statistics;
  @Autowired JdbcClient jdbc;

  @Test
  void aTableThatHasGrownIsLookedAtAndOneThatHasNotIsLeftAlone() {
    add(1, 3_000);
    statistics.renew("audit");
    assertThat(known()).isEqualTo(3_000);
    add(3_001, 3_100);
    statistics.renew("audit");
    assertThat(known()).as("a thirtieth more").isEqualTo(3_000);
    add(3_101, 6_000);
    statistics.renew("audit");
    assertThat(known()).as("twice as large").isEqualTo(6_000);
  }

  private void add(int first, int last) {
    jdbc.sql(
            "insert into audit (action, subject) select 'x', 'y' from generate_series(:first, :last) n")
        .param("first", first)
        .param("last", last)
        .update();
  }

  private long known() {
    return jdbc.sql("select reltuples from pg_class where oid = 'audit'::regclass")
        .query(Long.class)
        .single();
  }
}
