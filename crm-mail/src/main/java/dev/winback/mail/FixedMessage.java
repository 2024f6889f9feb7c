package dev.winback.mail;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** A message already built: what is written is what was built, byte for byte. */
final class FixedMessage extends MimeMessage {

  private final byte[] message;

  FixedMessage(Session session, byte[] message) {
    super(session);
    this.message = message;
    saved = true;
  }

  @Override
  public String getSubject() {
    return "";
  }

  @Override
  public int getSize() {
    return message.length;
  }

  @Override
  public void writeTo(OutputStream out, String[] ignored) throws IOException {
    out.write(message);
  }
}
