package dev.winback.mail;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The relay and how long to wait for it; after the dot ten minutes (RFC 5321, 4.5.3.2.6), because a
 * shorter wait only makes letters in doubt.
 */
record SmtpSettings(
    String host,
    int port,
    @Nullable String user,
    @Nullable String password,
    Map<String, String> properties,
    Duration connect,
    Duration command,
    Duration dot) {

  static final Duration CONNECT = Duration.ofSeconds(10);
  static final Duration COMMAND = Duration.ofSeconds(60);
  static final Duration DOT = Duration.ofMinutes(10);

  /**
   * What Angus Mail is told; ours win over those of the administrator where the protocol needs
   * them.
   */
  Properties forAngus(String sender) {
    var all = new Properties();
    all.putAll(properties);
    all.put("mail.smtp.host", host);
    all.put("mail.smtp.port", Integer.toString(port));
    all.put("mail.smtp.from", sender);
    all.put("mail.smtp.auth", Boolean.toString(user != null));
    all.put("mail.smtp.connectiontimeout", Long.toString(connect.toMillis()));
    all.put("mail.smtp.timeout", Long.toString(command.toMillis()));
    all.put("mail.smtp.writetimeout", Long.toString(command.toMillis()));
    // the own name would be looked up in DNS otherwise
    all.putIfAbsent("mail.smtp.localhost", sender.substring(sender.lastIndexOf('@') + 1));
    // both would change the message after it was fixed, the id with it
    all.put("mail.smtp.allow8bitmime", "false");
    all.remove("mail.smtp.chunksize");
    return all;
  }
}
