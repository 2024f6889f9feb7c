package dev.winback.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.web.testing.WebTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A customer who follows a link of a letter never meets the pages of staff, whatever he sends. */
@WebTest
class ReaderPagesTest {

  private static final String FIRM = "Tea and Sons";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void aFirm() {
    jdbc.sql("update firm set name = :name, website = 'https://tea.example'")
        .param("name", FIRM)
        .update();
  }

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
    assertThat(page.select(".brand").text()).isEqualTo(FIRM);
  }

  /** He knows the firm, not the program it uses. */
  @ParameterizedTest
  @CsvSource({
    "/u/x,    400, This link does not work, we will stop all letters to you",
    "/c/x,    404, This link does not work, Press the button in the letter once more",
    "/s/x,    400, This link does not work, letter",
    "/u/test, 200, This was a test letter, Here nothing is stopped",
  })
  void whereALinkIsCutTheFirmAnswers(String path, int status, String title, String words)
      throws Exception {
    var answer = call("GET", path, "");
    assertThat(answer.statusCode()).isEqualTo(status);
    var page = Jsoup.parse(answer.body());
    assertThat(page.select(".brand").text()).isEqualTo(FIRM);
    assertThat(page.title()).contains(title);
    assertThat(page.text()).contains(words).doesNotContain("Winback");
  }

  /** Whose button does not work is not asked to leave: he may go to the shop. */
  @Test
  void aCutButtonLeadsToTheShopAndNotOut() throws Exception {
    var page = Jsoup.parse(call("GET", "/c/x", "").body());
    assertThat(page.text()).doesNotContain("stop all letters");
    assertThat(page.select("main a").attr("href")).isEqualTo("https://tea.example");
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
