package dev.winback.mail;

import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;

/**
 * A message already built: what is written is what was built, byte for byte; with a return path of
 * its own (VERP) what comes back names its letter.
 */
final class FixedMessage extends SMTPMessage {

  private final byte[] message;

  FixedMessage(Session session, byte[] message, @Nullable String returnPath) {
    super(session);
    if (returnPath != null) {
      setEnvelopeFrom(returnPath);
    }
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
