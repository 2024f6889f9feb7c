package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.CoreTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** I9, T10: a version of the future would make all true ones older ones; today is 1 June 2026. */
@CoreTest
class VersionsTest {

  @Autowired Loading loading;
  @Autowired JdbcClient jdbc;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "purchase,customer,time,amount,updated_at\np1,c1,2026-05-01,10,%s\n",
        "customer,city,updated_at\nc1,Lyon,%s\n",
        "complaint,customer,time,updated_at\nk1,c1,2026-05-01,%s\n",
        "refund,purchase,customer,time,amount,updated_at\nr1,p1,c1,2026-05-01,10,%s\n",
        "source,request,customer,time,updated_at\nx,q1,c1,2026-05-01,%s\n"
      })
  void whatIsLaterThanTomorrowComesBackAndTomorrowDoesNot(String file) {
    assertThat(loading.problems(loading.load(file.formatted("2062-05-01"))))
        .containsExactly("2 updated_at future");
    assertThat(loading.problems(loading.load(file.formatted("2026-06-03"))))
        .containsExactly("2 updated_at future");
    assertThat(loading.load(file.formatted("2026-06-02 23:00")).rejected()).isZero();
  }

  @Test
  void aTrueVersionIsStoredAfterTheMistake() {
    var file = "purchase,customer,time,amount,status,updated_at\np1,c1,2026-05-01,10,%s,%s\n";
    loading.load(file.formatted("paid", "2062-05-01"));
    loading.load(file.formatted("cancelled", "2026-05-02"));
    assertThat(jdbc.sql("select status from purchase").query(String.class).single())
        .isEqualTo("cancelled");
  }
}
