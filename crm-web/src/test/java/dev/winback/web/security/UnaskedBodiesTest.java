package dev.winback.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.Staff;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** T52: who has not signed in leaves nothing on the disk and nothing in the memory. */
@WebTest
class UnaskedBodiesTest {

  private static final String LONG = "Content-Length: 400000000\r\n";
  private static final String FORM = "Content-Type: multipart/form-data; boundary=x\r\n";
  private static final String BEGUN =
      "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\ncustomer";

  @Autowired Staff staff;
  @LocalServerPort int port;

  @BeforeEach
  void hire() {
    People.hire(staff);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/login",
        "/lost",
        "/u/x",
        "/s/x",
        "/hooks/shopify",
        "/swagger-ui.html",
        "/api/v1/hooks/mail"
      })
  void aFileIsNotReceivedWhereNoneIsWanted(String path) throws IOException {
    assertThat(post(path, FORM + LONG, BEGUN)).startsWith("HTTP/1.1 413");
    assertThat(post(path, FORM + "Transfer-Encoding: chunked\r\n", "5\r\n--x\r\n"))
        .startsWith("HTTP/1.1 413");
  }

  @ParameterizedTest
  @CsvSource({"/settings/imports,302", "/letters/files,413", "/api/v1/imports,401"})
  void norFromWhoHasNotSignedIn(String path, int status) throws IOException {
    assertThat(post(path, FORM + LONG, BEGUN)).startsWith("HTTP/1.1 " + status);
    assertThat(post(path, FORM + LONG + "Cookie: JSESSIONID=0123456789ABCDEF\r\n", BEGUN))
        .startsWith("HTTP/1.1 " + status);
  }

  @Test
  void aSmallOneIsLookedAtAsBefore() throws IOException {
    var body = BEGUN + "\r\n--x--\r\n";
    assertThat(post("/settings/imports", FORM + "Content-Length: " + body.length() + "\r\n", body))
        .startsWith("HTTP/1.1 302");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/hooks/shopify", "/api/v1/hooks/woocommerce", "/hooks/mail"})
  void aHookThatNobodyConnectedIsRefusedBeforeItIsRead(String path) throws IOException {
    var signed =
        "X-Shopify-Hmac-SHA256: x\r\nX-WC-Webhook-Signature: x\r\nX-Winback-Signature: x\r\n"
            + "X-WC-Webhook-Topic: order.created\r\n";
    assertThat(post(path, signed + "Content-Length: 1000000\r\n", "{")).startsWith("HTTP/1.1 401");
  }

  private String post(String path, String headers, String body) throws IOException {
    var head =
        "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
    try (var socket = new Socket("localhost", port)) {
      socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return answer(socket);
    }
  }

  /** What comes while the rest of the request is still being waited for. */
  private static String answer(Socket socket) throws IOException {
    var answer = new ByteArrayOutputStream();
    var some = new byte[8192];
    socket.setSoTimeout(5_000);
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
