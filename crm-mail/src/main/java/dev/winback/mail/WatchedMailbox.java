package dev.winback.mail;

import dev.winback.inbox.Arrival;
import dev.winback.shared.Settings;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Predicate;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look into the mailbox by IMAP: each mail is handed on and, when that has committed, moved to
 * Processed or Unmatched. Nothing is deleted; a mail that was handed on and not moved is handed on
 * again.
 */
final class WatchedMailbox {

  static final String PROCESSED = "Processed";
  static final String UNMATCHED = "Unmatched";

  private static final Logger LOG = LoggerFactory.getLogger(WatchedMailbox.class);

  /** Mails of one look; the rest has its turn at the next. */
  private static final int AT_ONCE = 200;

  /** Larger ones are read part by part from the server, each only as far as it is of use. */
  private static final int LARGE = 2_000_000;

  private final Settings.Inbox settings;
  private final Predicate<Arrival> receive;

  WatchedMailbox(Settings.Inbox settings, Predicate<Arrival> receive) {
    this.settings = settings;
    this.receive = receive;
  }

  /** The number of mails that were handed on and moved. */
  int look() throws MessagingException {
    var protocol = settings.tls() ? "imaps" : "imap";
    var session = Session.getInstance(properties(protocol));
    try (var store = (IMAPStore) session.getStore(protocol)) {
      store.connect(settings.host(), settings.port(), settings.user(), settings.password());
      try (var folder = (IMAPFolder) store.getFolder(settings.folder())) {
        folder.open(Folder.READ_WRITE);
        return work(store, folder);
      }
    }
  }

  private static Properties properties(String protocol) {
    var all = new Properties();
    all.put("mail." + protocol + ".connectiontimeout", "10000");
    all.put("mail." + protocol + ".timeout", "60000");
    all.put("mail." + protocol + ".writetimeout", "60000");
    // who reads along in the mailbox sees what is new
    all.put("mail." + protocol + ".peek", "true");
    all.put("mail.mime.address.strict", "false");
    return all;
  }

  private int work(IMAPStore store, IMAPFolder folder) throws MessagingException {
    int moved = 0;
    for (var mail : waiting(folder)) {
      if (Thread.currentThread().isInterrupted()) {
        return moved;
      }
      moved += handOn(store, folder, mail);
    }
    return moved;
  }

  private static List<IMAPMessage> waiting(IMAPFolder folder) throws MessagingException {
    int last = Math.min(folder.getMessageCount(), AT_ONCE);
    var mails = last == 0 ? new Message[0] : folder.getMessages(1, last);
    var profile = new FetchProfile();
    profile.add(FetchProfile.Item.FLAGS);
    profile.add(UIDFolder.FetchProfileItem.UID);
    profile.add("Message-ID");
    folder.fetch(mails, profile);
    var waiting = new ArrayList<IMAPMessage>();
    for (var mail : mails) {
      if (!mail.isSet(Flags.Flag.DELETED)) {
        waiting.add((IMAPMessage) mail);
      }
    }
    return waiting;
  }

  /** One mail that cannot be stored now stays where it is and does not hold up the others. */
  private int handOn(IMAPStore store, IMAPFolder folder, IMAPMessage mail)
      throws MessagingException {
    boolean known;
    try {
      known = receive.test(arrival(mail));
    } catch (IOException | RuntimeException e) {
      LOG.warn("Mail {} waits: {}", folder.getUID(mail), e.getClass().getSimpleName());
      return 0;
    }
    move(store, folder, mail, known ? PROCESSED : UNMATCHED);
    return 1;
  }

  private static Arrival arrival(IMAPMessage mail) throws MessagingException, IOException {
    var whole = mail.getSize() > LARGE ? mail : new MimeMessage(mail);
    var received = mail.getReceivedDate();
    var at = Objects.requireNonNullElseGet(received, () -> new java.util.Date(0)).toInstant();
    return ArrivalReader.read(whole, own(whole), Instant.ofEpochSecond(at.getEpochSecond()));
  }

  private static String own(MimeMessage mail) throws MessagingException, IOException {
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

  /** A server that cannot move gets a copy first; only then the old one is marked as gone. */
  private static void move(IMAPStore store, IMAPFolder folder, IMAPMessage mail, String name)
      throws MessagingException {
    var target = target(store, folder, name);
    var mails = new Message[] {mail};
    if (store.hasCapability("MOVE")) {
      folder.moveMessages(mails, target);
      return;
    }
    folder.copyMessages(mails, target);
    mail.setFlag(Flags.Flag.DELETED, true);
    if (store.hasCapability("UIDPLUS")) {
      folder.expunge(mails);
    }
  }

  /** Beside the mailbox, or below it where the server allows no other place. */
  private static Folder target(IMAPStore store, IMAPFolder folder, String name)
      throws MessagingException {
    var beside = store.getFolder(name);
    if (beside.exists() || beside.create(Folder.HOLDS_MESSAGES)) {
      return beside;
    }
    var below = folder.getFolder(name);
    if (!below.exists()) {
      below.create(Folder.HOLDS_MESSAGES);
    }
    return below;
  }
}
