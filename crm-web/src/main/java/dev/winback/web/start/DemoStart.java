package dev.winback.web.start;

import dev.winback.demo.DemoFirm;
import dev.winback.shared.Settings;
import dev.winback.shared.WrongSetting;
import dev.winback.shared.database.EmbeddedServer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Loads the demo firm before the first request, and keeps its letters on this machine. */
@Component
class DemoStart implements SmartInitializingSingleton {

  private final DemoFirm demo;
  private final Settings settings;
  private final ObjectProvider<EmbeddedServer> embedded;
  private final String relay;

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
    demo.loadWhereWanted(embedded.getIfAvailable() != null);
    if (demo.on() && settings.mail().mode() == Settings.Mode.SMTP && !StartGuard.loopback(relay)) {
      throw new WrongSetting(
          "winback.mail.mode",
          "smtp",
          "mailbox in the demo, or smtp with a relay on this machine (spring.mail.host is "
              + relay
              + ")");
    }
  }
}
