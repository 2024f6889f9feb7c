package dev.winback.letter;

import dev.winback.customer.Suppressions;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** What became of a letter on its way; only the node that it belongs to may say so. */
@Component
class Results {

  private static final String SENT = Sql.of(Results.class, "journal-sent.sql");
  private static final String LATER = Sql.of(Results.class, "outbox-later.sql");
  private static final String FAILED = Sql.of(Results.class, "outbox-failed.sql");
  private static final String FULL = Sql.of(Results.class, "outbox-full.sql");

  /** Times in 30 days that a mailbox may be full before it counts as dead. */
  private static final int FULL_TIMES = 3;

  private static final int CLOSING = 421;
  private static final int REFUSAL = 400;

  private final JdbcClient jdbc;
  private final Relay relay;
  private final Receivers receivers;
  private final RungHealth health;
  private final Suppressions suppressions;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  Results(
      JdbcClient jdbc,
      Relay relay,
      Receivers receivers,
      RungHealth health,
      Suppressions suppressions,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.relay = relay;
    this.receivers = receivers;
    this.health = health;
    this.suppressions = suppressions;
    this.clock = clock;
    this.events = events;
  }

  void sent(List<Journal.Sent> answers) {
    var sent =
        jdbc.sql(SENT)
            .param("ids", answers.stream().map(a -> a.letter().value()).toArray(Long[]::new))
            .param("nodes", answers.stream().map(Journal.Sent::node).toArray(String[]::new))
            .param("codes", answers.stream().map(Journal.Sent::code).toArray(Integer[]::new))
            .param("replies", answers.stream().map(Journal.Sent::reply).toArray(String[]::new))
            .param("now", clock.utc())
            .query(Long.class)
            .list();
    if (!sent.isEmpty()) {
      events.publishEvent(new LettersSent(sent.stream().map(LetterId::new).toList()));
    }
    relay.works();
  }

  private StatementSpec answered(String sql, LetterId id, String node, int code, String reply) {
    return jdbc.sql(sql)
        .param("id", id.value())
        .param("node", node)
        .param("code", code)
        .param("reply", reply);
  }

  /** A relay that refuses a letter works; one that closes does not say so. */
  void later(LetterId id, String node, int code, String reply, Duration delay) {
    answered(LATER, id, node, code, reply).param("seconds", delay.toMillis() / 1000.0).update();
    if (code >= REFUSAL && code != CLOSING) {
      relay.works();
    }
  }

  void closed(LetterId id, String node, int code, String reply, Duration delay) {
    later(id, node, code, reply, delay);
    receivers.closed(id, reply);
  }

  void slower(LetterId id, String node, int code, String reply, Duration delay) {
    later(id, node, code, reply, delay);
    receivers.slower(id, reply);
  }

  void full(DueLetter letter, String node, int code, String reply, Duration delay) {
    int times =
        jdbc.sql(FULL)
            .param("address", letter.address())
            .param("letter", letter.id().value())
            .param("zone", clock.getZone().getId())
            .query(Integer.class)
            .single();
    if (times >= FULL_TIMES) {
      failed(letter, node, code, reply, true);
    } else {
      later(letter.id(), node, code, reply, delay);
    }
  }

  void failed(DueLetter letter, String node, int code, String reply, boolean deadMailbox) {
    int failed =
        answered(FAILED, letter.id(), node, code, reply)
            .param("refusal", code == 0 ? "unwritten" : deadMailbox ? "mailbox" : "content")
            .query(Integer.class)
            .single();
    if (failed == 1 && deadMailbox) {
      suppressions.stop(letter.address(), Suppressions.Reason.HARD_BOUNCE, letter.id().value());
    }
    if (failed == 1) {
      health.look(letter.rung());
    }
    if (code >= REFUSAL) {
      relay.works();
    }
  }

  void inDoubt(LetterId id, String node, String why) {
    jdbc.sql(
            """
            update letter
               set state = 'IN_DOUBT', ended_at = clock_timestamp(), lease_until = null,
                   smtp_reply = case when address is not null then :why end, version = version + 1
             where id = :id and node = :node and state = 'ANNOUNCED'
            """)
        .param("why", why)
        .param("id", id.value())
        .param("node", node)
        .update();
  }

  void putBack(List<LetterId> letters, String node) {
    jdbc.sql(
            """
            update letter set state = 'PLANNED', node = null, lease_until = null, version = version + 1
             where id = any (:ids) and node = :node and state = 'CLAIMED'
            """)
        .param("ids", letters.stream().map(LetterId::value).toArray(Long[]::new))
        .param("node", node)
        .update();
  }
}
