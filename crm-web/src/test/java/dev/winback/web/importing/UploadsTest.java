package dev.winback.web.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.Staff;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** T52 over a real connection: what is too large or has an odd name is answered or harmless. */
@WebTest
class UploadsTest {

  private static final String PART =
      "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n--x--\r\n";

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired JdbcClient jdbc;

  @Value("${winback.data-dir}")
  Path data;

  @BeforeEach
  void hire() {
    People.hire(staff);
  }

  @Test
  @Timeout(20)
  void fiveGigabytesAreRefusedBeforeTheyAreSent() throws IOException {
    var begun = PART.formatted("a.csv", "customer");
    assertThat(post("/api/v1/imports", 5_000_000_000L, begun))
        .startsWith("HTTP/1.1 413")
        .contains("The file is larger than 500 MB", "\"field\":\"file\"");
    assertThat(post("/settings/imports", 5_000_000_000L, begun))
        .startsWith("HTTP/1.1 302")
        .contains("/settings/imports?larger=true");
    assertThat(jdbc.sql("select count(*) from import_run").query(Long.class).single()).isZero();
  }

  @Test
  void aNameThatClimbsNeverBecomesAPath() throws IOException {
    for (var name :
        new String[] {"../../../evil.csv", "/etc/evil.csv", "..\\\\evil.csv", "e%00vil.csv"}) {
      var body = PART.formatted(name, "customer\r\n1");
      assertThat(post("/api/v1/imports", body.length(), body)).startsWith("HTTP/1.1 202");
    }
    try (var files = Files.walk(data.toAbsolutePath().getParent(), 6)) {
      assertThat(files.map(Path::toString)).noneMatch(path -> path.contains("evil"));
    }
    assertThat(Path.of("/etc/evil.csv")).doesNotExist();
  }

  @Test
  void whatIsNoFormIsRefused() throws IOException {
    assertThat(post("/api/v1/imports", 7, "garbage")).startsWith("HTTP/1.1 4");
    var other = "--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--x--\r\n";
    assertThat(post("/api/v1/imports", other.length(), other))
        .startsWith("HTTP/1.1 422")
        .contains("\"field\":\"file\"");
  }

  private String post(String path, long length, String body) throws IOException {
    var login = Base64.getEncoder().encodeToString("manager:demo".getBytes(StandardCharsets.UTF_8));
    var head =
        """
        POST %s HTTP/1.1\r
        Host: localhost:%d\r
        Authorization: Basic %s\r
        Content-Type: multipart/form-data; boundary=x\r
        Content-Length: %d\r
        Connection: close\r
        \r
        """
            .formatted(path, port, login, length);
    try (var socket = new Socket("localhost", port)) {
      socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return answer(socket);
    }
  }

  /** What comes before the server waits for the rest of the request. */
  private static String answer(Socket socket) throws IOException {
    var answer = new ByteArrayOutputStream();
    socket.setSoTimeout(30_000);
    var some = new byte[8192];
    try {
      for (int n = socket.getInputStream().read(some); n > 0; ) {
        answer.write(some, 0, n);
        socket.setSoTimeout(200);
        n = socket.getInputStream().read(some);
      }
    } catch (SocketTimeoutException silent) {
      // that was all
    }
    return answer.toString(StandardCharsets.UTF_8);
  }
}
