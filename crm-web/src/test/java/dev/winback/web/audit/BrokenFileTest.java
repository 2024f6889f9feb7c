package dev.winback.web.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.winback.staff.Actor;
import dev.winback.staff.Staff;
import dev.winback.web.layout.Export;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A file that breaks off is never noted as complete, over the real server and its error page. */
@WebTest
class BrokenFileTest {

  private static final String PAGE = "/api/v1/broken.csv";

  @Autowired Staff staff;
  @Autowired JdbcClient jdbc;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping pages;

  @LocalServerPort int port;

  private RequestMappingInfo broken;

  @BeforeEach
  void aPageThatBreaks() throws NoSuchMethodException {
    People.hire(staff);
    broken = RequestMappingInfo.paths(PAGE).options(pages.getBuilderConfiguration()).build();
    var breaks =
        BrokenFileTest.class.getDeclaredMethod(
            "breaks", int.class, HttpServletRequest.class, HttpServletResponse.class, Actor.class);
    pages.registerMapping(broken, this, breaks);
  }

  @AfterEach
  void noMore() {
    pages.unregisterMapping(broken);
  }

  void breaks(
      @RequestParam int rows, HttpServletRequest ask, HttpServletResponse answer, Actor actor) {
    var file = Export.open(ask, answer, LocalDate.of(2026, 5, 1), "broken");
    for (int i = 0; i < rows; i++) {
      file.row("cell");
    }
    throw new IllegalStateException("the database went away");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 100_000})
  void aFileThatBrokeOffIsNeverComplete(int rows) throws Exception {
    var login = ("admin:" + People.PASSWORD).getBytes(StandardCharsets.UTF_8);
    var ask =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + PAGE + "?rows=" + rows))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login))
            .build();
    catchThrowable(
        () -> HttpClient.newHttpClient().send(ask, HttpResponse.BodyHandlers.ofString()));
    assertThat(jdbc.sql("select action from audit order by id").query(String.class).list())
        .isEqualTo(rows == 0 ? List.of() : List.of("export", "export.broken"));
  }
}
