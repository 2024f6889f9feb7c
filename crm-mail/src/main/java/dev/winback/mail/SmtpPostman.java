package dev.winback.mail;

import dev.winback.mail.AnnouncingTransport.NotAnnounced;
import dev.winback.mail.Outcome.Kind;
import dev.winback.mail.Replies.Phase;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One kept connection to the relay; after anything but a clean 250 it is dropped, because the
 * library may stand in the middle of a text.
 */
final class SmtpPostman implements Postman {

  /** Letters on one connection; providers close it after some thousands. */
  private static final int RECYCLE = 500;

  private final SmtpSettings settings;
  private final Session session;
  private final KeptSockets sockets;
  private @Nullable AnnouncingTransport connection;
  private int carried;

  SmtpPostman(SmtpSettings settings, String sender) {
    this.settings = settings;
    var properties = settings.forAngus(sender);
    boolean tls = Boolean.parseBoolean(properties.getProperty("mail.smtp.ssl.enable"));
    sockets = new KeptSockets(tls ? SSLSocketFactory.getDefault() : SocketFactory.getDefault());
    properties.put(tls ? "mail.smtp.ssl.socketFactory" : "mail.smtp.socketFactory", sockets);
    session = Session.getInstance(properties);
  }

  @Override
  public Outcome deliver(Envelope envelope, Announcement announcement) {
    boolean idle = connection != null;
    var outcome = attempt(envelope, announcement);
    // an idle connection that the server has closed: nothing was sent, a new one costs nothing
    boolean hungUp = idle && brokeAtSender;
    return hungUp ? attempt(envelope, announcement) : outcome;
  }

  private boolean brokeAtSender;

  private Outcome attempt(Envelope envelope, Announcement announcement) {
    brokeAtSender = false;
    AnnouncingTransport transport;
    try {
      transport = connected();
    } catch (AuthenticationFailedException e) {
      drop();
      return Replies.login(message(e));
    } catch (MessagingException e) {
      drop();
      return Outcome.of(Kind.RELAY_DOWN, 0, message(e));
    }
    return conversation(transport, envelope, announcement);
  }

  private AnnouncingTransport connected() throws MessagingException {
    if (connection != null && carried >= RECYCLE) {
      close();
    }
    var open = connection;
    if (open == null) {
      open = new AnnouncingTransport(session, sockets, settings.command(), settings.dot());
      open.connect(settings.host(), settings.port(), settings.user(), settings.password());
      connection = open;
      carried = 0;
    }
    return open;
  }

  private Outcome conversation(
      AnnouncingTransport transport, Envelope envelope, Announcement announcement) {
    boolean clean = false;
    try {
      transport.next(announcement);
      var message = new FixedMessage(session, envelope.message(), envelope.letter().returnPath());
      transport.sendMessage(message, to(envelope));
      carried++;
      clean = true;
      return Outcome.of(Kind.SENT, transport.code(), transport.reply());
    } catch (MessagingException e) {
      return failure(transport, e, envelope.letter().attempts());
    } finally {
      if (!clean) {
        drop();
      }
    }
  }

  private static Address[] to(Envelope envelope) throws AddressException {
    return new Address[] {new InternetAddress(envelope.letter().address(), true)};
  }

  private Outcome failure(AnnouncingTransport transport, MessagingException e, int attempts) {
    if (e.getNextException() instanceof NotAnnounced) {
      return Outcome.of(Kind.HELD, 0, "");
    }
    brokeAtSender =
        transport.phase() == Phase.SENDER && (transport.code() < 400 || transport.code() == 421);
    var reply = transport.reply().isBlank() ? message(e) : transport.reply();
    return Replies.read(transport.phase(), transport.code(), reply, attempts);
  }

  /** The first line; the causes may repeat addresses. */
  private static String message(MessagingException e) {
    var text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return text.lines().findFirst().orElse("");
  }

  private void drop() {
    connection = null;
    sockets.drop();
  }

  /** A farewell between two letters. */
  @Override
  public void close() {
    var open = connection;
    connection = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (MessagingException gone) {
      // nobody waits for it
    } finally {
      sockets.drop();
    }
  }
}
