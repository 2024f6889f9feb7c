package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.ALetter;
import dev.winback.testing.CoreTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** letters.md, "PostgreSQL loses data (restore of a backup)": no flood, a person confirms. */
@CoreTest
class AnnouncementsTest {

  @Autowired JdbcClient jdbc;
  @Autowired Gate gate;
  @Autowired Line line;
  @Autowired Results results;
  @Autowired Relay relay;
  @Autowired RungHealth health;
  @Autowired dev.winback.shared.BusinessClock clock;
  @Autowired TransactionTemplate transactions;
  @TempDir Path node;

  @Test
  void aNodeNotesItsLastAnnouncementBeforeTheDot() throws Exception {
    var outbox = started("noted");
    ALetter.in(jdbc).planned();
    ALetter.in(jdbc).to("b@example.org").planned();
    var letters = claim(outbox);

    announce(outbox, letters.get(0));
    assertThat(noted("noted")).isEqualTo(1);
    announce(outbox, letters.get(1));
    assertThat(noted("noted")).isEqualTo(2);
  }

  /**
   * A full disk, a directory that is gone: letters leave, and a page says that the guard is off.
   */
  @Test
  void aNodeThatCannotNoteItsLastAnnouncementSaysSoUntilItCan() throws Exception {
    var outbox = started("disk/noted");
    ALetter.in(jdbc).planned();
    ALetter.in(jdbc).to("b@example.org").planned();
    var letters = claim(outbox);
    assertThat(outbox.unnoted()).isFalse();

    announce(outbox, letters.get(0));
    assertThat(outbox.unnoted()).isTrue();
    Files.createDirectory(node.resolve("disk"));
    announce(outbox, letters.get(1));
    assertThat(outbox.unnoted()).isFalse();
    assertThat(noted("disk/noted")).isEqualTo(2);
  }

  @Test
  void aDatabaseThatLacksAnnouncementsSendsNothingUntilAPersonHasConfirmed() {
    var outbox = started("noted");
    ALetter.in(jdbc).planned();
    ALetter.in(jdbc).to("b@example.org").planned();
    announce(outbox, claim(outbox).get(0));
    restored();

    assertThat(claim(outbox)).isEmpty();
    assertThat(claim(started("noted"))).as("after a start, too").isEmpty();
    assertThat(claim(started("another node"))).isEmpty();
    assertThat(relay.state().missing()).isOne();

    transactions.executeWithoutResult(t -> relay.confirm());
    jdbc.sql("update letter set state = 'PLANNED', node = null where state = 'CLAIMED'").update();
    assertThat(claim(outbox)).hasSize(1);
    assertThat(relay.state().missing()).isZero();
  }

  /** The log of a sequence is up to 32 ahead of what was committed. */
  @Test
  void aSequenceThatSurvivedHidesNoLoss() {
    var outbox = started("noted");
    ALetter.in(jdbc).planned();
    ALetter.in(jdbc).to("b@example.org").planned();
    announce(outbox, claim(outbox).get(0));
    jdbc.sql("update letter set announcement = null").update();

    assertThat(claim(outbox)).isEmpty();
    assertThat(relay.state().missing()).isOne();
  }

  @Test
  void aLossBetweenClaimAndAnnouncementStopsTheLettersThatAreClaimed() {
    var outbox = started("noted");
    ALetter.in(jdbc).planned();
    ALetter.in(jdbc).to("b@example.org").planned();
    var letters = claim(outbox);
    announce(outbox, letters.get(0));
    restored();

    assertThat(announced(outbox, letters.get(1))).isFalse();
    assertThat(relay.state().missing()).isOne();
    assertThat(announced(started("another node"), letters.get(1))).as("any node").isFalse();
    transactions.executeWithoutResult(t -> relay.confirm());
    assertThat(announced(outbox, letters.get(1))).isTrue();
  }

  @Test
  void whatIsNotedIsMissingUntilAPersonHasConfirmedWhateverTheNumbersSay() {
    jdbc.sql("update relay set noted = 0").update();
    assertThat(relay.state().missing()).isOne();
    transactions.executeWithoutResult(t -> relay.confirm());
    assertThat(relay.state().missing()).isZero();
  }

  private void restored() {
    jdbc.sql("update letter set announcement = null").update();
    jdbc.sql("select setval('announcement', 1, false)").query(Long.class).single();
  }

  private Outbox started(String file) {
    var announcements = new Announcements(jdbc);
    var pages = new JournalPages(jdbc, gate, results, announcements, new LetterFrames(jdbc));
    var outbox = new Outbox(jdbc, gate, line, results, relay, health, pages, announcements, clock);
    outbox.noteIn(node.resolve(file));
    return outbox;
  }

  private java.util.List<DueLetter> claim(Outbox outbox) {
    return transactions.execute(t -> outbox.claim("a", 9, OutboxTest.LEASE));
  }

  private void announce(Outbox outbox, DueLetter letter) {
    assertThat(announced(outbox, letter)).isTrue();
  }

  private Boolean announced(Outbox outbox, DueLetter letter) {
    return transactions.execute(
        t ->
            outbox.announce(letter, OutboxTest.RENDERED, "a", OutboxTest.MARGIN, OutboxTest.LEASE));
  }

  private long noted(String file) throws Exception {
    return Long.parseLong(Files.readString(node.resolve(file)).strip());
  }
}
