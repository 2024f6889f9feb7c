package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.CoreTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** T10: corrected rows are read as those of the file from which they came back. */
@CoreTest
class ReturnedRowsTest {

  private static final String HEADER = "customer,purchase,time,amount,member";
  private static final String ADDED = ",_line,_column,_error\n";

  @Autowired Loading loading;
  @Autowired JdbcClient jdbc;

  @Test
  void dayAndMonthStandAsInTheFirstFile() {
    loading.load(HEADER + "\n1,a,03/25/2026,12.50,\n1,b,03/04/2026,5.20,nobody\n");
    loading.load(HEADER + ADDED + "1,b,03/04/2026,5.20,,3,member,?\n");
    assertThat(stored("b")).isEqualTo("2026-03-04 5.20");
  }

  @Test
  void soDoesTheDecimalSign() {
    loading.load(HEADER + "\n1,a,25.03.2026,\"2,50\",\n1,b,04.03.2026,5.200,nobody\n");
    loading.load(HEADER + ADDED + "1,b,04.03.2026,5.200,,3,member,?\n");
    assertThat(stored("b")).isEqualTo("2026-03-04 5200.00");
  }

  @Test
  void whatTheCorrectedRowsProveThemselvesCounts() {
    loading.load(HEADER + "\n1,a,03/25/2026,12.50,\n1,b,03/04/2026,5.20,nobody\n");
    loading.load(
        HEADER
            + ADDED
            + "1,b,04/03/2026,\"5,20\",,3,member,?\n1,c,25/03/2026,\"7,20\",,4,member,?\n");
    assertThat(stored("b")).isEqualTo("2026-03-04 5.20");
  }

  @Test
  void ofAnotherFileNothingIsTaken() {
    loading.load(HEADER + "\n1,a,03/25/2026,12.50,nobody\n");
    loading.load(HEADER + "\n1,b,03/04/2026,5.20,\n");
    assertThat(stored("b")).isEqualTo("2026-04-03 5.20");
  }

  private String stored(String purchase) {
    return jdbc.sql(
            """
            select (purchased_at at time zone 'Europe/Berlin')::date || ' ' || amount
            from purchase where external_id = :id
            """)
        .param("id", purchase)
        .query(String.class)
        .single();
  }
}
