package dev.winback.mail;

import dev.winback.letter.Journal;
import dev.winback.letter.Outbox;
import dev.winback.prompt.Prompts;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.shared.Unquoted;
import dev.winback.webhook.MessageOutbox;
import java.lang.management.ManagementFactory;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

  private static final Logger LOG = LoggerFactory.getLogger(Timetable.class);
  private static final int LOOK_SECONDS = 2;
  private static final int RECOVER_SECONDS = 30;
  private static final int PROMPT_SECONDS = 60;
  private static final int CLEAN_SECONDS = 3600;
  private static final int GOODBYE_SECONDS = 20;

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

  private @Nullable ScheduledExecutorService threads;

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
    var started = Executors.newScheduledThreadPool(workers + WEBHOOK_WORKERS + 1);
    for (int i = 0; i < workers; i++) {
      each(started, LOOK_SECONDS, this::work);
    }
    for (int i = 0; i < WEBHOOK_WORKERS; i++) {
      var sender = node + "/" + i;
      each(started, LOOK_SECONDS, () -> webhooks.round(sender));
    }
    started.scheduleWithFixedDelay(
        () -> guarded(this::recover), LOOK_SECONDS, RECOVER_SECONDS, TimeUnit.SECONDS);
    each(started, PROMPT_SECONDS, prompts::work);
    each(started, CLEAN_SECONDS, messages::clean);
    threads = started;
  }

  private static void each(ScheduledExecutorService threads, int seconds, Runnable work) {
    threads.scheduleWithFixedDelay(() -> guarded(work), seconds, seconds, TimeUnit.SECONDS);
  }

  /** A database that is away for a while must not end the schedule. */
  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("What is to be sent waits: {}", Unquoted.of(e));
    }
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
    var running = threads;
    threads = null;
    if (running == null) {
      return;
    }
    running.shutdownNow();
    try {
      if (!running.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("A letter is still on its way; its answer decides, or it is in doubt");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return threads != null;
  }
}
