package dev.winback.mail;

import dev.winback.inbox.Arrival;
import dev.winback.shared.Settings;
import dev.winback.shared.Unquoted;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Predicate;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

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

  /** How often as many a look steps past: so many that cannot be stored are no fault of theirs. */
  private static final int LEFT = 5;

  /** Larger ones are read part by part from the server, each only as far as it is of use. */
  private static final int LARGE = 2_000_000;

  private final Settings.Inbox settings;
  private final Predicate<Arrival> receive;
  private final int atOnce;
  private int failed;

  WatchedMailbox(Settings.Inbox settings, Predicate<Arrival> receive) {
    this(settings, receive, AT_ONCE);
  }

  WatchedMailbox(Settings.Inbox settings, Predicate<Arrival> receive, int atOnce) {
    this.settings = settings;
    this.receive = receive;
    this.atOnce = atOnce;
  }

  /** The number of mails that were handed on and moved. */
  int look() throws MessagingException {
    var protocol = settings.tls() ? "imaps" : "imap";
    var session = Session.getInstance(properties(protocol));
    try (var store = (IMAPStore) session.getStore(protocol)) {
      store.connect(settings.host(), settings.port(), settings.user(), settings.password());
      var folder = (IMAPFolder) store.getFolder(settings.folder());
      folder.open(Folder.READ_WRITE);
      int moved = work(store, folder);
      // what somebody else has marked as gone is not ours to remove
      folder.close(false);
      return moved;
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

  /** What stays in front is stepped past, or it would hold up all that come after it. */
  private int work(IMAPStore store, IMAPFolder folder) throws MessagingException {
    var mails = front(store, folder);
    int moved = 0;
    for (int i = 0;
        i < mails.length && moved < atOnce && !Thread.currentThread().isInterrupted();
        i++) {
      if (i % atOnce == 0) {
        fetch(folder, Arrays.copyOfRange(mails, i, Math.min(mails.length, i + atOnce)));
      }
      moved += handOn(store, folder, (IMAPMessage) mails[i]);
    }
    return moved;
  }

  /** Where mails can neither be moved nor taken out one by one, those that we have copied stay. */
  private Message[] front(IMAPStore store, IMAPFolder folder) throws MessagingException {
    int most = atOnce * (1 + LEFT);
    if (!store.hasCapability("MOVE") && !store.hasCapability("UIDPLUS")) {
      var left = folder.search(new FlagTerm(new Flags(Flags.Flag.DELETED), false));
      return Arrays.copyOf(left, Math.min(left.length, most));
    }
    int last = Math.min(folder.getMessageCount(), most);
    return last == 0 ? new Message[0] : folder.getMessages(1, last);
  }

  /** How many could not be stored and wait for the next look. */
  int failed() {
    return failed;
  }

  private static void fetch(IMAPFolder folder, Message[] mails) throws MessagingException {
    var profile = new FetchProfile();
    profile.add(FetchProfile.Item.FLAGS);
    profile.add(UIDFolder.FetchProfileItem.UID);
    profile.add("Message-ID");
    folder.fetch(mails, profile);
  }

  /** One mail that cannot be stored now stays where it is and does not hold up the others. */
  private int handOn(IMAPStore store, IMAPFolder folder, IMAPMessage mail)
      throws MessagingException {
    try {
      return move(store, folder, mail, stored(mail));
    } catch (MessageRemovedException gone) {
      return 0;
    } catch (IOException | MessagingException | RuntimeException e) {
      if (!folder.isOpen()) {
        throw new MessagingException("The mailbox has closed", e);
      }
      LOG.warn("Mail {} waits: {}", mail.getMessageNumber(), Unquoted.of(e));
      failed++;
      return 0;
    }
  }

  /** What is in it that no table takes is left out: then a person looks at it. */
  private boolean stored(IMAPMessage mail) throws MessagingException, IOException {
    var arrival = arrival(mail);
    try {
      return receive.test(arrival);
    } catch (DataIntegrityViolationException e) {
      return receive.test(arrival.unread());
    }
  }

  private static Arrival arrival(IMAPMessage mail) throws MessagingException, IOException {
    var whole = mail.getSize() > LARGE ? mail : new MimeMessage(mail);
    var received = mail.getReceivedDate();
    var at = Objects.requireNonNullElseGet(received, () -> new java.util.Date(0)).toInstant();
    return ArrivalReader.read(whole, OwnId.of(whole), Instant.ofEpochSecond(at.getEpochSecond()));
  }

  /** A server that cannot move gets a copy first; only then the old one is marked as gone. */
  private static int move(IMAPStore store, IMAPFolder folder, IMAPMessage mail, boolean known)
      throws MessagingException {
    var target = target(store, folder, known ? PROCESSED : UNMATCHED);
    var mails = new Message[] {mail};
    if (store.hasCapability("MOVE")) {
      folder.moveMessages(mails, target);
      return 1;
    }
    folder.copyMessages(mails, target);
    mail.setFlag(Flags.Flag.DELETED, true);
    if (store.hasCapability("UIDPLUS")) {
      folder.expunge(mails);
    }
    return 1;
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
