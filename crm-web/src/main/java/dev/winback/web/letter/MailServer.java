package dev.winback.web.letter;

import dev.winback.demo.DemoFirm;
import dev.winback.shared.Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** To whom letters are handed; templates reach it as {@code @mailServer}. */
@Component
public class MailServer {

  /** As shipped in application.properties: nobody has named a server. */
  private static final String SHIPPED = "localhost";

  private final DemoFirm demo;
  private final Settings settings;
  private final String host;

  MailServer(DemoFirm demo, Settings settings, @Value("${spring.mail.host}") String host) {
    this.demo = demo;
    this.settings = settings;
    this.host = host;
  }

  /** Letters would go to this machine, where seldom a mail server runs. */
  public boolean unset() {
    return host.equals(SHIPPED) && settings.mail().mode() != Settings.Mode.MAILBOX && !demo.on();
  }
}
