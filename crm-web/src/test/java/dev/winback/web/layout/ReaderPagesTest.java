package dev.winback.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.web.testing.WebTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A customer who follows a link of a letter never meets the pages of staff, whatever he sends. */
@WebTest
class ReaderPagesTest {

  @LocalServerPort int port;

  private final HttpClient client = HttpClient.newHttpClient();

  @ParameterizedTest
  @CsvSource({
    "POST,   /u/x, act=stop&q=a%00b,        400",
    "POST,   /u/x, act=nonsense,            400",
    "POST,   /u/x, act=tracking&clicks=abc, 422",
    "POST,   /s/x, a%00b=1,                 400",
    "DELETE, /u/x, '',                      405",
    "PUT,    /s/x, '',                      405",
    "POST,   /c/x, a=1,                     403",
  })
  void whatCannotBeReadIsToldToACustomer(String method, String path, String form, int status)
      throws Exception {
    var answer = call(method, path, form);
    assertThat(answer.statusCode()).isEqualTo(status);
    var page = Jsoup.parse(answer.body());
    assertThat(page.title()).isEqualTo("This could not be read");
    assertThat(page.select("main").text()).contains("answer the letter");
    assertThat(page.select("nav, a, dialog")).as("nothing of staff").isEmpty();
  }

  /** The title used to be the name of a missing text. */
  @Test
  void whatStaffCannotReadHasATitle() throws Exception {
    assertThat(Jsoup.parse(call("DELETE", "/login", "").body()).title())
        .isEqualTo("Not allowed · Winback");
  }

  private HttpResponse<String> call(String method, String path, String form)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
