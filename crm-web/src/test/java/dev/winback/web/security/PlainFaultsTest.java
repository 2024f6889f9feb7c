package dev.winback.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.web.testing.WebTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** hold.md: an address that the server itself refuses gets a page of ours, which says no more. */
@WebTest
class PlainFaultsTest {

  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(strings = {"/u/%00", "/u/..%2f", "/u/%zz", "/login?LONG", "/u/<b>"})
  void anAddressThatNobodyCanReadIsAnsweredPlainly(String path) throws IOException {
    var answer = ask(path.replace("LONG", "q=" + "x".repeat(20_000)));
    assertThat(answer)
        .startsWith("HTTP/1.1 400")
        .contains("The request is not complete", "<a href=\"/\">")
        .containsIgnoringCase("Content-Security-Policy: default-src 'none'")
        .containsIgnoringCase("Content-Type: text/html;charset=utf-8")
        .doesNotContain("HTTP Status", "Tomcat", "Apache", "Exception", "<style");
  }

  /** By hand, because no client sends what this test is about. */
  private String ask(String path) throws IOException {
    try (var socket = new Socket("localhost", port)) {
      socket.setSoTimeout(10_000);
      var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
