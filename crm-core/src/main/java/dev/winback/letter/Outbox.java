package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The protocol by which a letter leaves at most once (letters.md): claimed for a while, announced
 * durably before the final dot, then sent, put back, failed or in doubt.
 */
@Service
@Transactional
public class Outbox {

  private static final String RECOVER = Sql.of(Outbox.class, "outbox-recover.sql");
  private static final String WAKE = Sql.of(Outbox.class, "outbox-wake.sql");

  /** Held letters that are moved in one transaction. */
  public static final int SLICE = 500;

  /** Batches that one claim looks through when the gate holds all of them. */
  private static final int HELD_BATCHES = 25;

  private final JdbcClient jdbc;
  private final Gate gate;
  private final Line line;
  private final Results results;
  private final Relay relay;
  private final RungHealth health;
  private final JournalPages pages;
  private final Announcements announcements;
  private final BusinessClock clock;

  Outbox(
      JdbcClient jdbc,
      Gate gate,
      Line line,
      Results results,
      Relay relay,
      RungHealth health,
      JournalPages pages,
      Announcements announcements,
      BusinessClock clock) {
    this.jdbc = jdbc;
    this.gate = gate;
    this.line = line;
    this.results = results;
    this.relay = relay;
    this.health = health;
    this.pages = pages;
    this.announcements = announcements;
    this.clock = clock;
  }

  /** From now on this node notes the number of its last announcement in the file. */
  public void noteIn(Path file) {
    announcements.noteIn(file);
  }

  /** This node could not note its last one: after a restore nothing would stop the letters. */
  public boolean unnoted() {
    return announcements.unnoted();
  }

  /**
   * Letters whose node was lost, and held ones whose reason has passed: the number moved. A full
   * {@link #SLICE} says that there are more.
   */
  public int recover() {
    return jdbc.sql(RECOVER).update() + jdbc.sql(WAKE).param("now", clock.utc()).update();
  }

  /** Letters that belong to this node until the lease is over; those the gate stops are held. */
  public List<DueLetter> claim(String node, int batch, Duration lease) {
    if (announcements.missing()) {
      return List.of();
    }
    gate.keepPlans();
    for (int held = 0; held < HELD_BATCHES; held++) {
      var due = line.due(relay.allowance(batch));
      if (due.letters().length == 0) {
        return List.of();
      }
      gate.hold(node, due.letters());
      var taken = line.take(node, lease, due);
      if (!taken.isEmpty()) {
        return taken;
      }
    }
    return List.of();
  }

  /**
   * Commits that the final dot follows now; false means no dot may follow, and the letter is held
   * with its reason or has another owner. The answer is awaited for {@code replyWait}.
   */
  public boolean announce(
      DueLetter letter, RenderedLetter rendered, String node, Duration margin, Duration replyWait) {
    return pages.alone(new Journal.Entry(letter, rendered, node, margin, replyWait));
  }

  /** The receiver took it; a late answer also settles a letter that was given up as in doubt. */
  public void sent(LetterId id, String node, int code, String reply) {
    results.sent(List.of(new Journal.Sent(id, node, code, reply)));
  }

  /** Refused for now; it comes back after the delay. */
  public void later(LetterId id, String node, int code, String reply, Duration delay) {
    results.later(id, node, code, reply, delay);
  }

  /** The server closes (421): the letter comes back, and the third time its receiver has a rest. */
  public void closed(LetterId id, String node, int code, String reply, Duration delay) {
    results.closed(id, node, code, reply, delay);
  }

  /** The receiver asks for fewer letters: half as many from now on, and this one comes back. */
  public void slower(LetterId id, String node, int code, String reply, Duration delay) {
    results.slower(id, node, code, reply, delay);
  }

  /** The mailbox is full: it comes back, or at the third time in 30 days the mailbox is dead. */
  public void full(DueLetter letter, String node, int code, String reply, Duration delay) {
    results.full(letter, node, code, reply, delay);
  }

  /** Refused for good; a dead mailbox gets no letter any more. Code 0: it could not be written. */
  public void failed(DueLetter letter, String node, int code, String reply, boolean deadMailbox) {
    results.failed(letter, node, code, reply, deadMailbox);
  }

  /** Announced, but no answer came: a person decides, the program never repeats it. */
  public void inDoubt(LetterId id, String node, String why) {
    results.inDoubt(id, node, why);
  }

  /** Nothing was announced: these letters of the node stand in line again, no attempt counted. */
  public void putBack(List<LetterId> letters, String node) {
    results.putBack(letters, node);
  }

  /**
   * True when nothing leaves any more that was claimed before: the relay or the rung has a rest.
   */
  @Transactional(readOnly = true)
  public boolean stopped(int rung) {
    return relay.rests() || health.stopped(rung);
  }

  /** The relay did not answer, or refused our sender or password. */
  public void relayFailed(String message, boolean needsPerson) {
    relay.failed(message, needsPerson);
  }

  @Transactional(readOnly = true)
  public RelayState relayState() {
    return relay.state();
  }

  /** True for the demo firm, whose customers do not exist. */
  @Transactional(readOnly = true)
  public boolean demo() {
    return jdbc.sql("select demo from firm").query(Boolean.class).single();
  }
}
