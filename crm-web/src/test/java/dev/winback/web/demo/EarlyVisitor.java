package dev.winback.web.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;

/** Asks for the start page from the moment on at which the port is open, until he is let in. */
class EarlyVisitor {

  private final List<HttpResponse<String>> answers = new CopyOnWriteArrayList<>();
  private CompletableFuture<Void> visit = new CompletableFuture<>();

  @EventListener
  void come(WebServerInitializedEvent opened) {
    int port = opened.getWebServer().getPort();
    visit = CompletableFuture.runAsync(() -> visit(URI.create("http://localhost:" + port + "/")));
  }

  /** All that he was told, in order. */
  List<HttpResponse<String>> answers() {
    visit.orTimeout(30, TimeUnit.SECONDS).join();
    return answers;
  }

  private void visit(URI page) {
    var client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    var ask = HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(60)).build();
    try {
      do {
        TimeUnit.MILLISECONDS.sleep(answers.isEmpty() ? 0 : 300);
        answers.add(client.send(ask, HttpResponse.BodyHandlers.ofString()));
      } while (answers.get(answers.size() - 1).statusCode() == 503);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
