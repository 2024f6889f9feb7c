package dev.winback.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.staff.Staff;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** I8, T6: what was done and could not be answered is not done once more by its repeat. */
@WebTest
class UnansweredCallTest {

  @Autowired Staff staff;
  @Autowired KeptAnswers kept;

  private final AtomicInteger done = new AtomicInteger();

  @BeforeEach
  void start() {
    People.hire(staff);
  }

  @Test
  void aFaultBehindTheDeedKeepsTheKeyAndTheRepeatIsToldToLookFirst() throws Exception {
    FilterChain broken =
        (request, response) -> {
          done.incrementAndGet();
          throw new ServletException("the answer could not be read");
        };
    assertThatThrownBy(() -> call("k1", broken)).isInstanceOf(ServletException.class);
    var repeat = call("k1", broken);
    assertThat(repeat.getStatus()).isEqualTo(409);
    assertThat(repeat.getContentAsString()).contains("look whether it was done");
    assertThat(done).hasValue(1);
  }

  @Test
  void soDoesADatabaseThatHadNoTimeForTheAnswer() throws Exception {
    assertThat(call("k1", answering(503)).getStatus()).isEqualTo(503);
    assertThat(call("k1", answering(503)).getStatus()).isEqualTo(409);
    assertThat(done).hasValue(1);
  }

  @Test
  void whoWasRefusedHasHisKeyBack() throws Exception {
    assertThat(call("k1", answering(422)).getStatus()).isEqualTo(422);
    assertThat(call("k1", answering(201)).getStatus()).isEqualTo(201);
    assertThat(call("k1", answering(201)).getStatus()).isEqualTo(201);
    assertThat(done).hasValue(2);
  }

  private FilterChain answering(int status) {
    return (request, response) -> {
      done.incrementAndGet();
      ((HttpServletResponse) response).setStatus(status);
    };
  }

  private MockHttpServletResponse call(String key, FilterChain handler) throws Exception {
    var request = new MockHttpServletRequest("POST", "/api/v1/customers/K-1/persons");
    request.addHeader("Idempotency-Key", key);
    request.setUserPrincipal(() -> "admin");
    var response = new MockHttpServletResponse();
    kept.doFilter(request, response, handler);
    return response;
  }
}
