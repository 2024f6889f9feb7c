package dev.winback.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import com.zaxxer.hikari.HikariDataSource;
import dev.winback.shared.database.Foreground;
import dev.winback.staff.Staff;
import dev.winback.testing.Stories;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * F7, F8: a lock that somebody holds or a silent database stops no request for longer than said.
 */
@WebTest
class WaitingReadersTest {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;
  @Autowired DataSource data;

  @BeforeEach
  void start() {
    People.hire(staff);
    stories.aCustomer("K-1").save();
  }

  @Test
  void aDeedBehindALockIsToldThatTheDatabaseIsBusyAndPagesGoOn() throws Exception {
    try (var other = data.getConnection()) {
      other.setAutoCommit(false);
      other.prepareStatement("select from customer where ref = 'K-1' for update").execute();
      var begun = Instant.now();
      var answer = change();
      assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(15));
      assertThat(answer.getStatus()).isEqualTo(503);
      assertThat(answer.getContentAsString()).contains("database is busy");
      assertThat(mvc.get().uri("/login")).hasStatusOk();
      other.rollback();
    }
    assertThat(change().getStatus()).isEqualTo(200);
  }

  private org.springframework.mock.web.MockHttpServletResponse change() throws Exception {
    return mvc.put()
        .uri("/api/v1/customers/K-1")
        .with(httpBasic("manager", People.PASSWORD))
        .contentType(MediaType.APPLICATION_JSON)
        .content("{\"ref\":\"K-1\",\"name\":\"Bee\"}")
        .exchange()
        .getResponse();
  }

  @Test
  void whatSomebodyWaitsForHasLimitsAndWhatWorksInTheBackgroundHasNone() throws Exception {
    var seen = new ArrayList<String>();
    Foreground.LOOK.run(() -> seen.addAll(limits()));
    Foreground.DEED.run(() -> seen.addAll(limits()));
    seen.addAll(limits());
    assertThat(seen)
        .containsExactly("5s", "1min", "65000", "5s", "10min", "605000", "0", "0", "1800000");
  }

  private List<String> limits() throws SQLException {
    try (var connection = data.getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select current_setting('lock_timeout'), current_setting('statement_timeout')")) {
      row.next();
      return List.of(row.getString(1), row.getString(2), "" + connection.getNetworkTimeout());
    }
  }

  @Test
  void aFullPoolIsToldToWhoWaitsAndIsAskedAgainInTheBackground() throws Exception {
    var pool = data.unwrap(HikariDataSource.class);
    assertThat(pool.getConnectionTimeout()).isEqualTo(5000);
    var taken = new ArrayList<Connection>();
    pool.setConnectionTimeout(400);
    try {
      for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
        taken.add(pool.getConnection());
      }
      assertThatThrownBy(() -> Foreground.LOOK.run(this::limits))
          .isInstanceOf(SQLTransientConnectionException.class);
      CompletableFuture.runAsync(
          () -> giveBack(taken), CompletableFuture.delayedExecutor(600, TimeUnit.MILLISECONDS));
      assertThat(limits()).isNotEmpty();
    } finally {
      pool.setConnectionTimeout(5000);
    }
  }

  private static void giveBack(List<Connection> taken) {
    for (var connection : taken) {
      try {
        connection.close();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void aServerThatIsGoneOrAClientThatIsGoneIsNoticed() throws Exception {
    assertThat(data.unwrap(HikariDataSource.class).getDataSourceProperties())
        .containsEntry("tcpKeepAlive", "true")
        .containsEntry("connectTimeout", "5");
    assertThat(
            jdbc.sql("select current_setting('tcp_keepalives_idle')").query(String.class).single())
        .isEqualTo("60");
  }

  @Test
  void nobodyWaitsForTheCompilerOfTheServer() {
    assertThat(jdbc.sql("select current_setting('jit')").query(String.class).single())
        .isEqualTo("off");
  }

  @Test
  void aFaultOfTheDatabaseQuotesNoRow() {
    for (var wrong :
        List.of(
            "update customer set version = null",
            "insert into customer_alias (customer_id, source, number) select id, ref, ref from customer, generate_series(1, 2)")) {
      jdbc.sql("update customer set first_name = 'Canary' where ref = 'K-1'").update();
      var told = new StringWriter();
      assertThatThrownBy(() -> jdbc.sql(wrong).update())
          .satisfies(e -> e.printStackTrace(new PrintWriter(told)));
      assertThat(told.toString()).contains("ERROR:").doesNotContain("Canary", "K-1");
    }
  }
}
