package dev.winback.mail;

import dev.winback.inbox.Arrivals;
import dev.winback.inbox.MailboxWatches;
import dev.winback.shared.Settings;
import dev.winback.shared.Unquoted;
import dev.winback.shared.WrongSetting;
import jakarta.mail.MessagingException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks into the firm's mailbox every minute, on one node; off until a host is set. */
@Component
class InboxWatch implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(InboxWatch.class);
  private static final int GOODBYE_SECONDS = 10;

  private final Settings.Inbox settings;
  private final Arrivals arrivals;
  private final MailboxWatches watches;
  private @Nullable ScheduledExecutorService thread;

  InboxWatch(Settings settings, Arrivals arrivals, MailboxWatches watches) {
    this.settings = settings.inbox();
    this.arrivals = arrivals;
    this.watches = watches;
    if (on(this.settings)) {
      check(this.settings);
    }
  }

  private static boolean on(Settings.Inbox settings) {
    var host = settings.host();
    return host != null && !host.isBlank();
  }

  static void check(Settings.Inbox settings) {
    required("winback.inbox.user", settings.user(), "the login of the mailbox");
    required("winback.inbox.password", settings.password(), "the login of the mailbox");
    Settings.requireAddress("winback.inbox.address", settings.address());
    Settings.requireAddress("winback.inbox.bounces", settings.bounces());
    if (settings.port() < 1 || settings.port() > 65_535) {
      throw new WrongSetting("winback.inbox.port", settings.port(), "a number from 1 to 65535");
    }
    if (settings.every().toSeconds() < 5) {
      throw new WrongSetting("winback.inbox.every", settings.every(), "5 seconds or more");
    }
    if (!settings.tls() && !loopback(settings.host())) {
      throw new WrongSetting("winback.inbox.tls", false, "true, or a mailbox on this machine");
    }
    required("winback.inbox.address", settings.address(), "the address of the mailbox");
  }

  private static void required(String name, @Nullable String value, String what) {
    if (value == null || value.isBlank()) {
      throw new WrongSetting(name, "empty", what + " that winback.inbox.host names");
    }
  }

  private static boolean loopback(@Nullable String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** A database or a mailbox that is away for a while must not end the schedule. */
  void round() {
    try {
      watches.alone(this::look);
    } catch (RuntimeException e) {
      LOG.warn("The mailbox is not read: {}", Unquoted.of(e));
    }
  }

  private void look() {
    try {
      var mailbox = new WatchedMailbox(settings, arrivals::receive);
      int read = mailbox.look();
      watches.looked(read, mailbox.failed(), null);
    } catch (MessagingException e) {
      LOG.warn("The mailbox cannot be read: {}", Unquoted.of(e));
      watches.looked(0, 0, fault(e));
    }
  }

  /** The first line, which may name the server, not the password. */
  private static String fault(MessagingException e) {
    var words = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    var line = words.lines().findFirst().orElse("");
    return line.length() <= 300 ? line : line.substring(0, 300);
  }

  @Override
  public void start() {
    if (on(settings)) {
      long seconds = settings.every().toSeconds();
      var started = Executors.newSingleThreadScheduledExecutor();
      started.scheduleWithFixedDelay(this::round, 2, seconds, TimeUnit.SECONDS);
      thread = started;
    }
  }

  @Override
  public void stop() {
    var running = thread;
    thread = null;
    if (running == null) {
      return;
    }
    running.shutdownNow();
    try {
      if (!running.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("A mail is still being read; it is read again at the next start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
