package dev.winback.web.start;

import dev.winback.demo.DemoFirm;
import dev.winback.shared.Settings;
import dev.winback.shared.WrongSetting;
import dev.winback.shared.database.EmbeddedServer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Loads the demo firm when pages can be asked for, which say so, and before letters leave and
 * nights run; its letters stay on this machine.
 */
@Component
class DemoStart implements SmartInitializingSingleton, SmartLifecycle {

  /** After the web server, before everything that works by the clock. */
  private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 1;

  private final DemoFirm demo;
  private final Settings settings;
  private final ObjectProvider<EmbeddedServer> embedded;
  private final String relay;
  private volatile boolean loading;
  private volatile boolean running;

  DemoStart(
      DemoFirm demo,
      Settings settings,
      ObjectProvider<EmbeddedServer> embedded,
      @Value("${spring.mail.host}") String relay) {
    this.demo = demo;
    this.settings = settings;
    this.embedded = embedded;
    this.relay = relay;
  }

  @Override
  public void afterSingletonsInstantiated() {
    loading = demo.wanted(embedded.getIfAvailable() != null);
    if (loading || demo.on()) {
      requireRelayHere();
    } else {
      StartGuard.requireSender(settings);
    }
  }

  private void requireRelayHere() {
    if (settings.mail().mode() == Settings.Mode.SMTP && !StartGuard.loopback(relay)) {
      throw new WrongSetting(
          "winback.mail.mode",
          "smtp",
          "mailbox in the demo, or smtp with a relay on this machine (spring.mail.host is "
              + relay
              + ")");
    }
  }

  /** Until the demo firm is loaded. */
  boolean loading() {
    return loading;
  }

  @Override
  public void start() {
    running = true;
    if (loading) {
      demo.load();
      loading = false;
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
