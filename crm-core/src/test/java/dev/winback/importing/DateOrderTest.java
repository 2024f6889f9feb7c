package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.CoreTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The order of day and month is that of the whole file, also where its first rows do not tell. */
@CoreTest
class DateOrderTest {

  @Autowired Loading loading;
  @Autowired JdbcClient jdbc;

  @ParameterizedTest
  @CsvSource({"01/13/2026, 2026-01-02 2026-01-13", "13/01/2026, 2026-01-13 2026-02-01"})
  void oneDayBeyondTheTwelfthTellsItForAllRows(String proof, String days) {
    var file = new StringBuilder("customer,purchase,time,amount\n");
    for (int i = 0; i < RowSource.SAMPLE; i++) {
      file.append(i % 10).append(',').append(i).append(",01/02/2026,5\n");
    }
    file.append("1,last,").append(proof).append(",5\n");
    assertThat(loading.load(file.toString()).rejected()).isZero();
    assertThat(days()).isEqualTo(days);
  }

  @Test
  void withoutAnyProofTheDayComesFirst() {
    loading.load("customer,purchase,time,amount\n1,a,01/02/2026,5\n");
    assertThat(days()).isEqualTo("2026-02-01");
  }

  private String days() {
    return jdbc.sql(
            """
            select string_agg(distinct (purchased_at at time zone 'Europe/Berlin')::date::text, ' '
                              order by (purchased_at at time zone 'Europe/Berlin')::date::text)
            from purchase where external_id in ('0', 'a', 'last')
            """)
        .query(String.class)
        .single();
  }
}
