package dev.winback.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import com.zaxxer.hikari.HikariDataSource;
import dev.winback.staff.Staff;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
@TestPropertySource(properties = "management.prometheus.metrics.export.enabled=true")
class WinbackApplicationTest {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;

  @Test
  void healthIsPublicAndWithoutDetails() {
    assertThat(mvc.get().uri("/actuator/health"))
        .hasStatusOk()
        .bodyText()
        .isEqualTo("{\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}");
  }

  @Test
  void metricsNeedALoginAndTakeABasicOne() {
    People.hire(staff);
    assertThat(mvc.get().uri("/actuator/prometheus")).hasStatus(401);
    assertThat(mvc.get().uri("/actuator/prometheus").with(httpBasic("admin", "wrong")))
        .hasStatus(401);
    assertThat(mvc.get().uri("/actuator/prometheus").with(httpBasic("admin", People.PASSWORD)))
        .hasStatusOk()
        .bodyText()
        .contains("hikaricp_connections", "winback_letters{state=\"in_doubt\"} 0.0");
  }

  @Test
  void aConnectionKeepsItsStatementsWhenTheTablesOfACallComeAndGo(@Autowired DataSource data)
      throws SQLException {
    assertThat(data.unwrap(HikariDataSource.class).getDataSourceProperties())
        .containsEntry("flushCacheOnDdl", "false");
  }

  /** Decision 941: behind its sentence the database quotes whole rows. */
  @Test
  void theDriverTellsNoDetailsOfTheServer(@Autowired DataSource data) throws SQLException {
    assertThat(data.unwrap(HikariDataSource.class).getDataSourceProperties())
        .containsEntry("logServerErrorDetail", "false");
  }
}
