package dev.winback.shop;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks a shop over HTTPS; follows no redirect, waits thirty seconds, reads at most 32 MB. */
@Component
class Asking {

  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final int MOST = 32 * 1024 * 1024;

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** An answer other than 200, or none. */
  static class Failed extends IOException {

    private static final long serialVersionUID = 1;

    Failed(String what) {
      super(what);
    }
  }

  byte[] get(URI address, Map<String, String> headers) throws IOException {
    var request = HttpRequest.newBuilder(address).timeout(WAIT).GET();
    headers.forEach(request::header);
    try {
      var answer = http.send(request.build(), BodyHandlers.ofInputStream());
      return body(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failed("interrupted");
    }
  }

  private static byte[] body(HttpResponse<InputStream> answer) throws IOException {
    try (var in = answer.body()) {
      if (answer.statusCode() != 200) {
        throw new Failed("HTTP " + answer.statusCode());
      }
      var body = in.readNBytes(MOST + 1);
      if (body.length > MOST) {
        throw new Failed("more than " + MOST + " bytes");
      }
      return body;
    }
  }
}
