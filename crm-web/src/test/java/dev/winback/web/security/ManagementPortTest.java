package dev.winback.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.WrongSetting;
import dev.winback.web.testing.WebTest;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A management port of its own gives metrics without a login, and the port of the pages then has
 * none.
 */
@WebTest
class ManagementPortTest {

  private static int managementPort;

  @LocalServerPort int port;

  @DynamicPropertySource
  static void ownPort(DynamicPropertyRegistry properties) throws IOException {
    try (var free = new ServerSocket(0)) {
      managementPort = free.getLocalPort();
    }
    properties.add("management.server.port", () -> managementPort);
    properties.add("management.prometheus.metrics.export.enabled", () -> true);
  }

  @Test
  void metricsAreReadThereWithoutALoginAndNothingElse() throws Exception {
    var metrics = get(managementPort, "/actuator/prometheus");
    assertThat(metrics.statusCode()).isEqualTo(200);
    assertThat(metrics.body()).contains("hikaricp_connections", "winback_letters");
    assertThat(get(managementPort, "/actuator/health").body()).contains("UP").doesNotContain("db");
    assertThat(get(managementPort, "/customers").statusCode()).isNotEqualTo(200);
    assertThat(get(managementPort, "/api/v1/customers").statusCode()).isNotEqualTo(200);
  }

  @Test
  void thePortOfThePagesLetsNobodyInWithoutALogin() throws Exception {
    assertThat(get(port, "/actuator/prometheus").statusCode()).isEqualTo(401);
  }

  @Test
  void thePortOfThePagesIsNoManagementPort() {
    assertThatThrownBy(() -> SecurityConfiguration.requireOwnPort(8080, 8080))
        .isInstanceOf(WrongSetting.class)
        .hasMessageContaining("management.server.port is 8080");
    assertThatCode(() -> SecurityConfiguration.requireOwnPort(9090, 8080))
        .doesNotThrowAnyException();
    assertThatCode(() -> SecurityConfiguration.requireOwnPort(0, 0)).doesNotThrowAnyException();
  }

  private static HttpResponse<String> get(int port, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
