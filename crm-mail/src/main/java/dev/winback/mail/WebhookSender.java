package dev.winback.mail;

import dev.winback.webhook.DueMessage;
import dev.winback.webhook.MessageOutbox;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sends what other systems are to be told, address by address, until nothing is due. */
@Component
class WebhookSender {

  /** Then another address has its turn. */
  private static final int AT_ONCE = 100;

  private final MessageOutbox outbox;
  private final WebhookPoster poster;

  WebhookSender(MessageOutbox outbox, WebhookPoster poster) {
    this.outbox = outbox;
    this.poster = poster;
  }

  /** Works until nothing is due; the number of messages tried. */
  int round(String node) {
    int tried = 0;
    Optional<Long> webhook;
    while (!stopping() && (webhook = outbox.take(node)).isPresent()) {
      tried += turn(webhook.get(), node);
    }
    return tried;
  }

  /** After a failure the address rests, and so does its turn. */
  private int turn(long webhook, String node) {
    int tried = 0;
    boolean arrived = true;
    try {
      while (arrived && tried < AT_ONCE && !stopping()) {
        var next = outbox.next(webhook, node);
        if (next.isEmpty()) {
          return tried;
        }
        arrived = send(next.get());
        tried++;
      }
      return tried;
    } finally {
      outbox.release(webhook, node);
    }
  }

  private boolean send(DueMessage message) {
    return outbox.tried(message, poster.post(message));
  }

  private static boolean stopping() {
    return Thread.currentThread().isInterrupted();
  }
}
