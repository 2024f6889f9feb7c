package dev.winback.web.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.Staff;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** T52 over a real connection: what is too large or has an odd name is answered or harmless. */
@WebTest
class UploadsTest {

  private static final String PART =
      "--x\r\n"
          + "Content-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
          + "%s\r\n"
          + "--x--\r\n";

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired JdbcClient jdbc;

  @Autowired
  @Qualifier("largeUploads")
  Filter uploads;

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
        .contains("/settings/imports?refused=large");
    assertThat(jdbc.sql("select count(*) from import_run").query(Long.class).single()).isZero();
  }

  /** Parts of requests go to the server's own folder first, wherever files are kept. */
  @Test
  void aDiskWithoutRoomForTheUploadIsToldAndIsNoFault() throws Exception {
    assertThat(received("/api/v1/imports", 999_999).getStatus()).isEqualTo(200);
    var answer = received("/api/v1/imports", 1_000_001);
    assertThat(answer.getStatus()).isEqualTo(507);
    assertThat(answer.getContentAsString())
        .contains("has no room for this one", "\"field\":\"file\"");
    assertThat(received("/settings/imports", 1_000_001).getRedirectedUrl())
        .isEqualTo("/settings/imports?refused=full");
  }

  /** Where a page takes no such file the person reads why, and a script its fields. */
  @Test
  void aFileThatIsTooLargeElsewhereIsRefusedInASentence() throws Exception {
    var picture = received("/letters/files", 20_000_001);
    assertThat(picture.getStatus()).isEqualTo(413);
    assertThat(picture.getContentType()).startsWith("text/plain");
    assertThat(picture.getContentAsString()).isEqualTo("The file is larger than 10 MB.");
    assertThat(received("/lost", 100_000).getContentAsString())
        .isEqualTo("This address takes no file of this size.");
    assertThat(received("/api/v1/customers", 100_000).getContentAsString())
        .contains("\"field\":\"file\"");
  }

  /** On a disk with two megabytes. */
  private MockHttpServletResponse received(String path, int length) throws Exception {
    var request = new MockHttpServletRequest("POST", path);
    Objects.requireNonNull(request.getServletContext())
        .setAttribute(ServletContext.TEMPDIR, new FullDisk(data.toAbsolutePath().toString()));
    request.setContentType("multipart/form-data; boundary=x");
    request.setContent(new byte[length]);
    var response = new MockHttpServletResponse();
    uploads.doFilter(request, response, new MockFilterChain());
    return response;
  }

  private static final class FullDisk extends File {
    private static final long serialVersionUID = 1L;

    FullDisk(String folder) {
      super(folder);
    }

    @Override
    public boolean exists() {
      return true;
    }

    @Override
    public long getUsableSpace() {
      return 2_000_000;
    }
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
