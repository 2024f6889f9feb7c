package dev.winback.mail;

import dev.winback.shared.Sha256;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

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
    return Sha256.hex(bytes.toByteArray());
  }
}
