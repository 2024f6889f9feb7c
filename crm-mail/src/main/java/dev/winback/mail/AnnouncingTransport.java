package dev.winback.mail;

import dev.winback.mail.Replies.Phase;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * An SMTP connection that asks for the announcement between the last byte of the text and the final
 * dot, and remembers the first refusal before the library's own clearing up can overwrite it.
 */
final class AnnouncingTransport extends SMTPTransport {

  private final KeptSockets sockets;
  private final Duration command;
  private final Duration dot;
  private Announcement announcement = () -> false;
  private Phase phase = Phase.CONNECT;
  private boolean refused;
  private int code;
  private String reply = "";

  AnnouncingTransport(Session session, KeptSockets sockets, Duration command, Duration dot) {
    super(session, new URLName("smtp", null, -1, null, null, null));
    this.sockets = sockets;
    this.command = command;
    this.dot = dot;
  }

  /** Thrown instead of writing the dot; as an IOException it makes the library close the socket. */
  static final class NotAnnounced extends IOException {}

  void next(Announcement announcement) {
    this.announcement = announcement;
    phase = Phase.SENDER;
    refused = false;
    code = 0;
    reply = "";
  }

  Phase phase() {
    return phase;
  }

  int code() {
    return code;
  }

  String reply() {
    return reply;
  }

  @Override
  protected void rcptTo() throws MessagingException {
    phase = Phase.RECIPIENT;
    super.rcptTo();
  }

  @Override
  protected OutputStream data() throws MessagingException {
    phase = Phase.TEXT;
    return super.data();
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    if (!announcement.getAsBoolean()) {
      throw new NotAnnounced();
    }
    phase = Phase.DOT;
    sockets.waitFor(dot);
    announcement.dotFollows();
    super.finishData();
    sockets.waitFor(command);
  }

  @Override
  protected int readServerResponse() throws MessagingException {
    int answer = super.readServerResponse();
    if (!refused) {
      code = answer;
      reply = getLastServerResponse();
      refused = answer < 200 || answer >= 400;
      if (refused && phase == Phase.DOT) {
        // the library says RSET next: that answer is not worth ten minutes
        sockets.waitFor(command);
      }
    }
    return answer;
  }
}
