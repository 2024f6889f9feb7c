package dev.winback.letter;

import dev.winback.customer.Suppressions;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
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

  private static final String ANNOUNCE = Gate.around("outbox-announce.sql");
  private static final String HOLD = Gate.around("outbox-hold.sql");
  private static final String RECOVER = Sql.of(Outbox.class, "outbox-recover.sql");
  private static final String FAILED = Sql.of(Outbox.class, "outbox-failed.sql");
  private static final String WAKE = Sql.of(Outbox.class, "outbox-wake.sql");

  private final JdbcClient jdbc;
  private final Gate gate;
  private final Claims claims;
  private final Relay relay;
  private final Suppressions suppressions;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  Outbox(
      JdbcClient jdbc,
      Gate gate,
      Claims claims,
      Relay relay,
      Suppressions suppressions,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.gate = gate;
    this.claims = claims;
    this.relay = relay;
    this.suppressions = suppressions;
    this.clock = clock;
    this.events = events;
  }

  /** Letters whose node was lost, and held ones whose reason has passed: the number moved. */
  public int recover() {
    return jdbc.sql(RECOVER).update()
        + jdbc.sql(WAKE).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
  }

  /** Letters that belong to this node until the lease is over; those the gate stops are held. */
  public List<DueLetter> claim(String node, int batch, Duration lease) {
    var due = claims.due(relay.allowance(batch));
    if (due.length == 0) {
      return List.of();
    }
    gate.ask(HOLD, due).param("node", node).update();
    return claims.take(node, lease, due);
  }

  /**
   * Commits that the final dot follows now; false means no dot may follow, and the letter is held
   * with its reason or has another owner. The answer is awaited for {@code replyWait}.
   */
  public boolean announce(
      DueLetter letter, RenderedLetter rendered, String node, Duration margin, Duration replyWait) {
    gate.lock(letter);
    int announced =
        gate.ask(ANNOUNCE, letter.id().value())
            .param("id", letter.id().value())
            .param("node", node)
            .param("margin", margin.toMillis() / 1000.0)
            .param("reply_wait", replyWait.toMillis() / 1000.0)
            .param("subject", rendered.subject())
            .param("html", rendered.html())
            .param("text", rendered.text())
            .update();
    if (announced == 0) {
      gate.ask(HOLD, letter.id().value()).param("node", node).update();
    }
    return announced == 1;
  }

  /** The receiver took it; a late answer also settles a letter that was given up as in doubt. */
  public void sent(LetterId id, String node, int code, String reply) {
    int sent =
        jdbc.sql(
                """
            update letter
               set state = 'SENT', sent_at = :now, ended_at = clock_timestamp(), lease_until = null,
                   smtp_code = :code, smtp_reply = :reply, version = version + 1
             where id = :id and node = :node and state in ('ANNOUNCED', 'IN_DOUBT')
            """)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("code", code)
            .param("reply", reply)
            .param("id", id.value())
            .param("node", node)
            .update();
    if (sent > 0) {
      events.publishEvent(new LetterSent(id));
    }
    relay.works();
  }

  /** Refused for now; it comes back after the delay. */
  public void later(LetterId id, String node, int code, String reply, Duration delay) {
    jdbc.sql(
            """
            update letter
               set state = 'PLANNED', attempts = attempts + 1, node = null, lease_until = null,
                   next_attempt_at = clock_timestamp() + make_interval(secs => :seconds),
                   smtp_code = :code, smtp_reply = :reply, version = version + 1
             where id = :id and node = :node and state in ('CLAIMED', 'ANNOUNCED')
            """)
        .param("seconds", delay.toMillis() / 1000.0)
        .param("code", code)
        .param("reply", reply)
        .param("id", id.value())
        .param("node", node)
        .update();
  }

  /** Refused for good; a dead mailbox gets no letter any more. */
  public void failed(DueLetter letter, String node, int code, String reply, boolean deadMailbox) {
    int failed =
        jdbc.sql(FAILED)
            .param("code", code)
            .param("reply", reply)
            .param("id", letter.id().value())
            .param("node", node)
            .query(Integer.class)
            .single();
    if (failed == 1 && deadMailbox) {
      suppressions.stop(letter.address(), Suppressions.Reason.HARD_BOUNCE, letter.id().value());
    }
  }

  /** Announced, but no answer came: a person decides, the program never repeats it. */
  public void inDoubt(LetterId id, String node, String why) {
    jdbc.sql(
            """
            update letter
               set state = 'IN_DOUBT', ended_at = clock_timestamp(), lease_until = null,
                   smtp_reply = :why, version = version + 1
             where id = :id and node = :node and state = 'ANNOUNCED'
            """)
        .param("why", why)
        .param("id", id.value())
        .param("node", node)
        .update();
  }

  /** Nothing was announced: the letters of this node stand in line again, no attempt counted. */
  public void putBack(LetterId id, String node) {
    jdbc.sql(
            """
            update letter set state = 'PLANNED', node = null, lease_until = null, version = version + 1
             where id = :id and node = :node and state = 'CLAIMED'
            """)
        .param("id", id.value())
        .param("node", node)
        .update();
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
