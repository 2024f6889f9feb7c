package dev.winback.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import dev.winback.customer.Suppressions;
import dev.winback.inbox.Arrival;
import dev.winback.inbox.ArrivalKind;
import dev.winback.inbox.Arrivals;
import dev.winback.inbox.MailboxWatches;
import dev.winback.letter.DueLetter;
import dev.winback.letter.Outbox;
import dev.winback.letter.RenderedLetter;
import dev.winback.shared.Settings;
import dev.winback.shared.WrongSetting;
import dev.winback.testing.ALetter;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * A real IMAP conversation with what mail servers and people send back (letters.md, test 10;
 * LET-22): each mail read twice has one effect, nobody is stopped by mistake, nothing is deleted.
 */
@CoreTest
@TestPropertySource(
    properties = {
      "winback.inbox.address=answers@shop.example",
      "winback.inbox.bounces=bounces@shop.example"
    })
class WatchedMailboxTest {

  private static final Duration LEASE = Duration.ofMinutes(10);

  @RegisterExtension
  static GreenMailExtension server =
      new GreenMailExtension(ServerSetup.IMAP.dynamicPort()).withPerMethodLifecycle(false);

  private static PromptImap imap;

  @Autowired Arrivals arrivals;
  @Autowired MailboxWatches watches;
  @Autowired Outbox outbox;
  @Autowired Suppressions suppressions;
  @Autowired Settings settings;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private DueLetter letter;

  @BeforeAll
  static void open() throws InterruptedException {
    imap = new PromptImap(server.getManagers()).open();
  }

  @AfterAll
  static void close() {
    imap.close();
  }

  @BeforeEach
  void aLetterThatLeft() throws Exception {
    server.purgeEmailFromAllMailboxes();
    server.setUser("letters@shop.example", "letters", "secret");
    ALetter.in(jdbc).planned();
    letter = outbox.claim("a", 1, LEASE).get(0);
    outbox.announce(letter, new RenderedLetter("s", "h", "t"), "a", Duration.ofSeconds(5), LEASE);
    outbox.sent(letter.id(), "a", 250, "ok");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "postfix,             bounce,      done,      dead,  FAILED, hard_bounce",
    "postfix-delayed,     auto,        ignored,   ,      SENT,",
    "exchange,            bounce,      done,      dead,  FAILED, hard_bounce",
    "gmail,               bounce,      done,      dead,  FAILED, hard_bounce",
    "sendmail,            bounce,      done,      dead,  FAILED, hard_bounce",
    "verp,                bounce,      done,      dead,  FAILED, hard_bounce",
    "full,                bounce,      done,      full,  FAILED,",
    "arf,                 complaint,   done,      ,      SENT,   complaint",
    "arf-not-spam,        auto,        ignored,   ,      SENT,",
    "vacation,            auto,        ignored,   ,      SENT,",
    "vacation-old,        auto,        ignored,   ,      SENT,",
    "vacation-unsubscribe,auto,        ignored,   ,      SENT,",
    "unsubscribe,         unsubscribe, done,      ,      SENT,   unsubscribed",
    "reply,               reply,       done,      ,      SENT,",
    "reply-html,          reply,       done,      ,      SENT,",
    "stranger,            reply,       unmatched, ,      SENT,",
    "stranger-dsn,        bounce,      unmatched, ,      SENT,",
    "junk,                unknown,     unmatched, ,      SENT,",
    "nothing-but-a-line,  reply,       unmatched, ,      SENT,"
  })
  void eachMailHasItsEffectOnceAndIsKept(
      String sample, String kind, String state, String severity, String letterState, String stopped)
      throws Exception {
    deliver(sample);
    deliver(sample);
    assertThat(look()).isEqualTo(2);
    var once = tables();
    assertThat(look()).isZero();
    deliver(sample);
    assertThat(look()).isOne();

    assertThat(tables()).isEqualTo(once);
    assertThat(text("select kind || ' ' || state from arrival")).isEqualTo(kind + " " + state);
    assertThat(text("select severity from arrival")).isEqualTo(severity);
    assertThat(text("select state from letter")).isEqualTo(letterState);
    assertThat(text("select reason from suppression")).isEqualTo(stopped);
    boolean unmatched = state.equals("unmatched");
    assertThat(mails("INBOX")).isZero();
    assertThat(mails(WatchedMailbox.PROCESSED)).isEqualTo(unmatched ? 0 : 3);
    assertThat(mails(WatchedMailbox.UNMATCHED)).isEqualTo(unmatched ? 3 : 0);
  }

  @Test
  void whatAPersonWroteWaitsWithoutWhatItQuotes() throws Exception {
    deliver("reply");
    look();
    assertThat(text("select note from contact"))
        .isEqualTo("Re: We miss you – yes\n\nSchön, call me tomorrow.");
    assertThat(text("select subject || message_id from reply_mail"))
        .isEqualTo("Re: We miss you – yes<reply.1@example.org>");
    jdbc.sql("delete from contact").update();
    deliver("reply-html");
    look();
    assertThat(text("select note from contact"))
        .isEqualTo("A question\n\nIs the blue one <still> there?\nAnna & Otto");
  }

  @Test
  void allOfThemTogetherAndTheFaultsOfOneHoldUpNobody() throws Exception {
    var all = List.of("junk", "stranger", "vacation", "reply", "postfix", "arf");
    for (var sample : all) {
      deliver(sample);
    }
    Predicate<Arrival> receive =
        arrival -> {
          if (arrival.own().contains("vacation")) {
            throw new IllegalStateException("not now");
          }
          return arrivals.receive(arrival);
        };
    assertThat(new WatchedMailbox(inbox(), receive).look()).isEqualTo(all.size() - 1);
    assertThat(mails("INBOX")).isOne();
    assertThat(look()).isOne();
    assertThat(mails("INBOX") + mails("Processed") + mails("Unmatched")).isEqualTo(all.size());
  }

  @Test
  void mailsThatCannotBeStoredAreSteppedPastAndCounted() throws Exception {
    for (int i = 0; i < 4; i++) {
      deliverText("Message-ID: <bad." + i + "@x>\r\n\r\nx\r\n");
    }
    deliver("reply");
    Predicate<Arrival> receive =
        arrival -> {
          if (arrival.own().contains("bad")) {
            throw new IllegalStateException("not now");
          }
          return arrivals.receive(arrival);
        };
    var mailbox = new WatchedMailbox(inbox(), receive, 2);
    assertThat(mailbox.look()).isOne();
    assertThat(mailbox.failed()).isEqualTo(4);
    assertThat(mails("INBOX")).isEqualTo(4);
  }

  /** What is copied and marked stays there, and does not stand before what comes. */
  @Test
  void aServerThatNeitherMovesNorTakesOutOneByOneIsReadForEver() throws Exception {
    try (var old = new OldServer(imap.getPort())) {
      var mailbox = new WatchedMailbox(inbox("secret", old.port()), arrivals::receive, 1);
      for (int i = 0; i < 8; i++) {
        deliverText("Message-ID: <%d@x>\r\n\r\nx\r\n".formatted(i));
        assertThat(mailbox.look()).isOne();
        assertThat(mailbox.look()).isZero();
      }
    }
    assertThat(mails("INBOX")).isEqualTo(8);
    assertThat(mails(WatchedMailbox.UNMATCHED)).isEqualTo(8);
  }

  @Test
  void whatSomebodyMarkedAsGoneIsReadAndNeverRemoved() throws Exception {
    deliver("reply");
    markAsGone();
    Predicate<Arrival> notNow =
        arrival -> {
          throw new IllegalStateException("not now");
        };
    assertThat(new WatchedMailbox(inbox(), notNow).look()).isZero();
    assertThat(mails("INBOX")).isOne();
    assertThat(look()).isOne();
    assertThat(mails(WatchedMailbox.PROCESSED)).isOne();
  }

  private void markAsGone() throws Exception {
    var store = imap.createStore();
    store.connect("127.0.0.1", imap.getPort(), "letters", "secret");
    try (store) {
      var folder = store.getFolder("INBOX");
      folder.open(Folder.READ_WRITE);
      folder.getMessage(1).setFlag(Flags.Flag.DELETED, true);
      folder.close(false);
    }
  }

  @Test
  void whatNoTableTakesIsLookedAtByAPerson() throws Exception {
    deliver("reply");
    Predicate<Arrival> receive =
        arrival -> {
          if (arrival.kind() == ArrivalKind.REPLY) {
            throw new DataIntegrityViolationException("too much");
          }
          return arrivals.receive(arrival);
        };
    assertThat(new WatchedMailbox(inbox(), receive).look()).isOne();
    assertThat(text("select kind || ' ' || state from arrival")).isEqualTo("unknown unmatched");
  }

  @Test
  void aMailWithACharacterThatNoTableTakesIsStored() throws Exception {
    deliverText("In-Reply-To: <a\0b@c>\r\nMessage-ID: <n\0@x>\r\nSubject: A\0B\r\n\r\nx\0\r\n");
    assertThat(look()).isOne();
    assertThat(text("select kind || ' ' || state from arrival")).isEqualTo("reply unmatched");
  }

  @Test
  void aMailThatWasStoredButNotMovedIsReadAgainWithoutEffect() throws Exception {
    deliver("reply");
    var seen = new ArrayList<Arrival>();
    new WatchedMailbox(inbox(), seen::add).look();
    arrivals.receive(seen.get(0));
    arrivals.receive(seen.get(0));
    assertThat(text("select count(*)::text from contact")).isEqualTo("1");
  }

  @Test
  void anAnswerGoesToTheWatchedMailboxAndAReturnedLetterToItsOwnPath() {
    assertThat(letter.replyTo()).isEqualTo("answers@shop.example");
    assertThat(letter.returnPath()).matches("bounces\\+[\\w-]{35}@shop\\.example");
  }

  @Test
  void aForgedReturnPathLeadsNowhere() throws Exception {
    var forged = sample("verp").replaceAll("\\+([\\w-]{34})[\\w-]@", "+$1_@");
    deliverText(forged);
    look();
    assertThat(text("select state from arrival")).isEqualTo("unmatched");
    assertThat(suppressions.stopped("anna@example.org")).isFalse();
  }

  @Test
  void theWatchSaysWhatIsWrongAndGoesOn() throws Exception {
    var wrong = inbox("not the password");
    new InboxWatch(with(wrong), arrivals, watches).round();
    assertThat(text("select fault from mailbox_watch")).isNotBlank().doesNotContain("not the");
    deliver("reply");
    new InboxWatch(with(inbox()), arrivals, watches).round();
    assertThat(text("select fault from mailbox_watch")).isNull();
    assertThat(text("select failed::text from mailbox_watch")).isEqualTo("0");
    assertThat(text("select read::text from mailbox_watch")).isEqualTo("1");
  }

  @Test
  void oneNodeLooksAtATime() {
    assertThat(watches.alone(() -> assertThat(watches.alone(() -> {})).isFalse())).isTrue();
    assertThat(watches.alone(() -> {})).isTrue();
  }

  @Test
  void aWrongSettingIsOneSentence() {
    assertThatThrownBy(() -> InboxWatch.check(inbox(" ")))
        .isInstanceOf(WrongSetting.class)
        .hasMessageContaining("winback.inbox.password");
    var open =
        new Settings.Inbox(
            "192.0.2.1", 143, false, "u", "p", "INBOX", Duration.ofSeconds(60), null, null, null);
    assertThatThrownBy(() -> InboxWatch.check(open))
        .isInstanceOf(WrongSetting.class)
        .hasMessageContaining("winback.inbox.tls");
    assertThatThrownBy(() -> InboxWatch.check(inbox("secret", imap.getPort(), null)))
        .isInstanceOf(WrongSetting.class)
        .hasMessageContaining("winback.inbox.address");
  }

  private int look() throws Exception {
    return new WatchedMailbox(inbox(), arrivals::receive).look();
  }

  private Settings with(Settings.Inbox inbox) {
    return new Settings(
        settings.dataDir(),
        settings.demo(),
        settings.admin(),
        settings.today(),
        settings.zone(),
        settings.country(),
        settings.currency(),
        settings.mail(),
        settings.night(),
        settings.webhooks(),
        inbox,
        settings.weekly(),
        settings.database(),
        settings.baseUrl(),
        settings.hosts());
  }

  private static Settings.Inbox inbox() {
    return inbox("secret");
  }

  private static Settings.Inbox inbox(String password) {
    return inbox(password, imap.getPort());
  }

  private static Settings.Inbox inbox(String password, int port) {
    return inbox(password, port, "answers@shop.example");
  }

  private static Settings.Inbox inbox(String password, int port, String address) {
    return new Settings.Inbox(
        "127.0.0.1",
        port,
        false,
        "letters",
        password,
        "INBOX",
        Duration.ofSeconds(60),
        address,
        null,
        null);
  }

  private void deliver(String sample) throws Exception {
    deliverText(sample(sample));
  }

  private String sample(String name) throws IOException {
    try (var in = getClass().getResourceAsStream("arrivals/" + name + ".eml")) {
      var token = letter.content().unsubscribeUrl().replaceFirst(".*/", "");
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.ISO_8859_1)
          .replace("@ID@", letter.messageId())
          .replace("@NUMBER@", Long.toString(letter.id().value()))
          .replace("@TOKEN@", token)
          .replace("@RETURN@", String.valueOf(letter.returnPath()));
    }
  }

  private void deliverText(String text) throws Exception {
    var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    var mail =
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    var user = server.getUserManager().getUserByEmail("letters@shop.example");
    server.getManagers().getImapHostManager().getInbox(user).store(mail);
  }

  private int mails(String folder) throws Exception {
    var store = imap.createStore();
    store.connect("127.0.0.1", imap.getPort(), "letters", "secret");
    try (store) {
      Folder found = store.getFolder(folder);
      return found.exists() ? found.getMessageCount() : 0;
    }
  }

  private List<String> tables() {
    return Arrays.asList(
        text("select string_agg(t::text, '|' order by id) from arrival t"),
        text("select string_agg(t::text, '|') from reply_mail t"),
        text("select string_agg(t::text, '|' order by id) from contact t"),
        text("select string_agg(t::text, '|' order by id) from suppression t"),
        text("select string_agg(state || version, '|' order by id) from letter"));
  }

  private String text(String sql) {
    return jdbc.sql(sql).query(String.class).optional().orElse(null);
  }
}
