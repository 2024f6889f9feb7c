package dev.winback.mail;

import dev.winback.shared.Outgoing;
import dev.winback.shared.Settings;
import dev.winback.webhook.Answer;
import dev.winback.webhook.DueMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Carries one message in 15 s in all, and keeps the first signs of what the receiver says. */
@Component
class WebhookPoster implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final int READ = 2_000;

  private final Outgoing http;

  @Autowired
  WebhookPoster(Settings settings) {
    this(settings.webhooks().privateAddresses(), LIMIT);
  }

  WebhookPoster(boolean privateToo, Duration limit) {
    http = new Outgoing(host -> privateToo, limit);
  }

  Answer post(DueMessage message) {
    try {
      var reply = http.post(URI.create(message.url()), message.headers(), message.body(), READ);
      return new Answer(reply.code(), new String(reply.body(), StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException e) {
      return new Answer(0, reason(e));
    }
  }

  private static String reason(Exception e) {
    var words = e.getMessage();
    return words == null ? e.getClass().getSimpleName() : words;
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
