package dev.winback.shop;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A shop's API on this machine: what it is asked is written down, what it answers is told to it.
 */
final class FakeShop implements AutoCloseable {

  final List<String> questions = new ArrayList<>();
  final List<String> authorizations = new ArrayList<>();
  private final HttpServer server;

  /** The link names the next page, as Shopify's does. */
  record Answer(int status, String body, @Nullable String link) {}

  /** What it says to a question. */
  interface Answering {
    Answer to(String question);
  }

  static FakeShop linked(Answering answering) {
    return new FakeShop(answering);
  }

  FakeShop(Function<String, String> answer) {
    this(answer, 200);
  }

  FakeShop(Function<String, String> answer, int status) {
    this((Answering) question -> new Answer(status, answer.apply(question), null));
  }

  private FakeShop(Answering answering) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          var question = exchange.getRequestURI().toString();
          questions.add(question);
          authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
          var answer = answering.to(question);
          var body = answer.body().getBytes(StandardCharsets.UTF_8);
          if (answer.link() != null) {
            exchange.getResponseHeaders().set("Link", answer.link());
          }
          exchange.sendResponseHeaders(answer.status(), body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
