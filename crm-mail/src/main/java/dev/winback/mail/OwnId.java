package dev.winback.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What makes a mail the same one however often it is read: its Message-ID, or all it consists of.
 */
final class OwnId {

  private OwnId() {}

  static String of(MimeMessage mail) throws MessagingException, IOException {
    var id = mail.getHeader("Message-ID", " ");
    if (id != null && !id.isBlank()) {
      return id.strip();
    }
    var bytes = new ByteArrayOutputStream();
    mail.writeTo(bytes);
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(bytes.toByteArray()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
