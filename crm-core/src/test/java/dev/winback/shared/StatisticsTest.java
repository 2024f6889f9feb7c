package dev.winback.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.CoreTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table is looked at again when it has grown by a fifth, and left alone until then. */
@CoreTest
class StatisticsTest {

  @Autowired Statistics statistics;
  @Autowired JdbcClient jdbc;

  /** The server's own clock would look at any other table whenever it likes. */
  @BeforeEach
  void aTableThatNobodyElseLooksAt() {
    jdbc.sql("create table growing (n integer) with (autovacuum_enabled = false)").update();
  }

  @AfterEach
  void withoutIt() {
    jdbc.sql("drop table growing").update();
  }

  @Test
  void aTableThatHasGrownIsLookedAtAndOneThatHasNotIsLeftAlone() {
    grow(10_000);
    grow(1_000);
    assertThat(known()).as("a tenth more").isEqualTo(10_000);
    grow(10_000);
    assertThat(known()).as("twice as large").isEqualTo(21_000);
  }

  private void grow(int rows) {
    jdbc.sql("insert into growing select n from generate_series(1, :rows) n")
        .param("rows", rows)
        .update();
    statistics.renew("growing");
  }

  private long known() {
    return jdbc.sql("select reltuples from pg_class where oid = 'growing'::regclass")
        .query(Long.class)
        .single();
  }
}
