package dev.winback.mail;

import dev.winback.letter.Mailbox;
import dev.winback.letter.Outbox;
import dev.winback.shared.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.stereotype.Component;

/** Chooses how letters leave: to the relay, or in the demo firm to the mailbox page. */
@Component
class Postmen {

  private static final int SMTP_PORT = 25;

  /** Words that mean yes in every other setting; the library knows only {@code true}. */
  private static final Set<String> ON = Set.of("on", "yes", "1");

  private final Settings settings;
  private final Outbox outbox;
  private final Mailbox mailbox;
  private final ObjectProvider<MailProperties> relay;

  Postmen(Settings settings, Outbox outbox, Mailbox mailbox, ObjectProvider<MailProperties> relay) {
    this.settings = settings;
    this.outbox = outbox;
    this.mailbox = mailbox;
    this.relay = relay;
  }

  /** Empty when nobody may carry letters: the demo firm must never write to real people. */
  Optional<Postman> hire() {
    if (stay()) {
      return Optional.of(new MailboxPostman(mailbox));
    }
    var relay = relay();
    if (relay.isEmpty()) {
      outbox.relayFailed("the demo firm writes to a relay on this machine only", true);
    }
    return relay.map(smtp -> new SmtpPostman(smtp, settings.mail().from()));
  }

  /** Nothing leaves this machine: it lands on the mailbox page. */
  boolean stay() {
    var mode = settings.mail().mode();
    return mode == Settings.Mode.MAILBOX || mode == null && outbox.demo();
  }

  /** Empty when the demo firm would write to a relay that is not on this machine. */
  Optional<SmtpSettings> relay() {
    var smtp = smtp();
    return outbox.demo() && !loopback(smtp.host()) ? Optional.empty() : Optional.of(smtp);
  }

  private SmtpSettings smtp() {
    var mail = relay.getIfAvailable(MailProperties::new);
    var host = mail.getHost() == null ? "localhost" : mail.getHost();
    var port = mail.getPort() == null ? SMTP_PORT : mail.getPort();
    return new SmtpSettings(
        host,
        port,
        named(mail.getUsername()),
        mail.getPassword(),
        properties(mail, host),
        SmtpSettings.CONNECT,
        SmtpSettings.COMMAND,
        SmtpSettings.DOT);
  }

  /** A variable that is there and empty names nobody. */
  private static @Nullable String named(@Nullable String user) {
    return user == null || user.isBlank() ? null : user;
  }

  /** What the administrator says to the library himself wins. */
  private Map<String, String> properties(MailProperties mail, String host) {
    var all = new HashMap<>(mail.getProperties());
    all.replaceAll((name, word) -> name.contains(".starttls.") ? inItsWords(word) : word);
    if (Boolean.TRUE.equals(mail.getSsl().isEnabled())) {
      all.put("mail.smtp.ssl.enable", "true");
    } else if (settings.mail().tls() && !loopback(host)) {
      // on this machine nobody listens, and the relay there has a certificate of its own making
      all.putIfAbsent("mail.smtp.starttls.enable", "true");
      all.putIfAbsent("mail.smtp.starttls.required", "true");
    }
    return all;
  }

  private static String inItsWords(String word) {
    return ON.contains(word.strip().toLowerCase(Locale.ROOT)) ? "true" : word;
  }

  private static boolean loopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
