package dev.winback.mail;

import dev.winback.letter.Journal;
import dev.winback.letter.Outbox;
import dev.winback.prompt.Prompts;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.webhook.MessageOutbox;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * What runs when on a node that sends letters ({@code winback.mail.nodes}): every worker looks for
 * due letters each two seconds, two more for messages to other systems; letters of lost nodes and
 * held ones whose reason has passed are looked for when it starts and each thirty, carts that were
 * left and news each sixty, old messages are dropped each hour.
 */
@Component
@ConditionalOnProperty(name = "winback.mail.nodes", matchIfMissing = true)
class Timetable implements SmartLifecycle {

  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Duration RECOVER = Duration.ofSeconds(30);
  private static final Duration PROMPT = Duration.ofSeconds(60);
  private static final Duration CLEAN = Duration.ofHours(1);

  /** One slow receiver must not hold up the others. */
  private static final int WEBHOOK_WORKERS = 2;

  private final Outbox outbox;
  private final Journal journal;
  private final Postmen postmen;
  private final LetterRenderer renderer;
  private final WebhookSender webhooks;
  private final MessageOutbox messages;
  private final Prompts prompts;
  private final BusinessClock clock;
  private final Settings settings;

  /** Unique for each start: a node that comes back must not take its dead self for alive. */
  private final String node =
      ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID();

  private @Nullable Rounds rounds;

  Timetable(
      Outbox outbox,
      Journal journal,
      Postmen postmen,
      LetterRenderer renderer,
      WebhookSender webhooks,
      MessageOutbox messages,
      Prompts prompts,
      BusinessClock clock,
      Settings settings) {
    this.outbox = outbox;
    this.journal = journal;
    this.postmen = postmen;
    this.renderer = renderer;
    this.webhooks = webhooks;
    this.messages = messages;
    this.prompts = prompts;
    this.clock = clock;
    this.settings = settings;
  }

  @Override
  public void start() {
    outbox.noteIn(settings.dataDir().resolve("last-announcement"));
    int workers = settings.mail().workers();
    var started = new Rounds(workers + WEBHOOK_WORKERS + 1);
    for (int i = 0; i < workers; i++) {
      started.each(LOOK, this::work);
    }
    for (int i = 0; i < WEBHOOK_WORKERS; i++) {
      var sender = node + "/" + i;
      started.each(LOOK, () -> webhooks.round(sender));
    }
    started.each(LOOK, RECOVER, this::recover);
    started.each(PROMPT, prompts::work);
    started.each(CLEAN, messages::clean);
    rounds = started;
  }

  private void recover() {
    boolean more = true;
    while (more && !Thread.currentThread().isInterrupted()) {
      more = outbox.recover() >= Outbox.SLICE;
    }
  }

  private void work() {
    postmen.hire().ifPresent(this::carry);
  }

  /** One connection for all that is due; it is closed when nothing is. */
  private void carry(Postman postman) {
    try (postman) {
      var from = settings.mail().from();
      new LetterSender(outbox, journal, renderer, clock, from, node, Pace.STANDARD).round(postman);
    }
  }

  @Override
  public void stop() {
    var running = rounds;
    rounds = null;
    if (running != null) {
      running.stop();
    }
  }

  @Override
  public boolean isRunning() {
    return rounds != null;
  }
}
