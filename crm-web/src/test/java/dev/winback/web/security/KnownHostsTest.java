package dev.winback.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.Staff;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** T51: whatever name a request gives us, we lead nobody there; asked on the real port. */
@WebTest
class KnownHostsTest {

  @Autowired Staff staff;
  @LocalServerPort int port;

  @BeforeEach
  void start() {
    People.hire(staff);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:443",
        "localhost.evil.example",
        "evil.example\r\nX-Forwarded-Host: localhost",
        "192.0.2.7:8080",
        "169.254.169.254",
        "[2001:db8::1]:8080",
        "localhost@evil.example",
        "127.0.0.2"
      })
  void aNameThatIsNotOursIsRefused(String host) throws IOException {
    assertThat(ask("GET", "/", host, "", "")).startsWith("HTTP/1.1 400").doesNotContain("evil");
    assertThat(ask("GET", "/login", host, "", "")).startsWith("HTTP/1.1 400");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1:1", "[::1]:8080"})
  void ourOwnNamesAreAnsweredAndLeadToAPathAlone(String host) throws IOException {
    var forged =
        "X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\nForwarded: host=evil.example\r\n";
    for (var path : new String[] {"/", "/lost", "/settings/users"}) {
      assertThat(location(ask("GET", path, host, forged, ""))).isEqualTo("/login");
    }
  }

  @Test
  void aProbeComesByTheAddressOfTheNode() throws IOException {
    assertThat(ask("GET", "/actuator/health/liveness", "10.1.2.3:8080", "", ""))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void whoSignsInIsLedToThePathThatHeAskedFor() throws IOException {
    var asked = ask("GET", "/lost?stage=late", "localhost", "", "");
    var form = ask("GET", "/login", "localhost", "Cookie: " + cookie(asked) + "\r\n", "");
    var body =
        "username=manager&password="
            + People.PASSWORD
            + "&_csrf="
            + URLEncoder.encode(csrf(form), StandardCharsets.UTF_8);
    var wrong =
        ask(
            "POST",
            "/login",
            "localhost",
            "Cookie: " + cookie(asked) + "\r\n",
            body.replace(People.PASSWORD, "x"));
    assertThat(location(wrong)).startsWith("/login?");
    var signed = ask("POST", "/login", "localhost", "Cookie: " + cookie(asked) + "\r\n", body);
    assertThat(location(signed)).startsWith("/lost?stage=late");
  }

  private String ask(String method, String path, String host, String headers, String body)
      throws IOException {
    try (var socket = new Socket("localhost", port)) {
      var form =
          body.isEmpty()
              ? ""
              : "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                  + body.length()
                  + "\r\n";
      var text =
          method
              + " "
              + path
              + " HTTP/1.1\r\nHost: "
              + host
              + "\r\nConnection: close\r\n"
              + headers
              + form
              + "\r\n"
              + body;
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String location(String answer) {
    return first(answer, "(?m)^Location: (.*?)\r?$");
  }

  private static String cookie(String answer) {
    return first(answer, "Set-Cookie: ([^;]+);");
  }

  private static String csrf(String page) {
    return first(page, "name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  }

  private static String first(String text, String pattern) {
    var found = Pattern.compile(pattern).matcher(text);
    return found.find() ? found.group(1) : "none in " + text.lines().findFirst().orElse("");
  }
}
