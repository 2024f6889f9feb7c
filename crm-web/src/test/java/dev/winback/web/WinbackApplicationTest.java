package dev.winback.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.web.testing.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class WinbackApplicationTest {

  @Autowired MockMvcTester mvc;

  @Test
  void healthIsPublicAndWithoutDetails() {
    assertThat(mvc.get().uri("/actuator/health"))
        .hasStatusOk()
        .bodyText()
        .isEqualTo("{\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}");
  }
}
