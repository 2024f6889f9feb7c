package dev.winback.letter;

import dev.winback.customer.CustomerCorrected;
import dev.winback.shared.Sql;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * The paces of receivers (letters.md, "Retries, breaker, throttle"), shared by all nodes: a limit
 * is taken in the transaction of the claim; who asks for less gets half, who closes on us has rest.
 */
@Component
class Receivers {

  static final Due NOTHING = new Due("", false, new Long[0]);

  private static final String SORT = Sql.of(Receivers.class, "receivers-sort.sql");
  private static final String OPEN = Sql.of(Receivers.class, "receivers-open.sql");
  private static final String ALLOW = Sql.of(Receivers.class, "receivers-allow.sql");
  private static final String FIRST = Sql.of(Receivers.class, "outbox-due-first.sql");
  private static final String DUE = Sql.of(Receivers.class, "outbox-due.sql");
  private static final String BEHIND = Sql.of(Receivers.class, "outbox-due-behind.sql");
  private static final String COUNT = Sql.of(Receivers.class, "receivers-count.sql");
  private static final String SLOWER = Sql.of(Receivers.class, "receivers-slower.sql");
  private static final String CLOSED = Sql.of(Receivers.class, "receivers-closed.sql");

  private final JdbcClient jdbc;
  private final LineProgress progress;

  Receivers(JdbcClient jdbc, LineProgress progress) {
    this.jdbc = jdbc;
    this.progress = progress;
  }

  /** He may have another address, and another receiver: the next claim looks. */
  @EventListener
  void on(CustomerCorrected corrected) {
    jdbc.sql(
            """
            update letter set mail_group = null, version = version + 1
             where customer_id = :customer and state = 'PLANNED' and mail_group is not null
            """)
        .param("customer", corrected.customer().value())
        .update();
  }

  private record Open(String name, boolean limited) {}

  /** Letters of one receiver, locked for this transaction. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Due(String receiver, boolean limited, Long[] letters) {}

  Due due(int batch) {
    return due(batch, false);
  }

  /** What leaves although the letters of the day have left. */
  Due confirmations(int batch) {
    return due(batch, true);
  }

  private Due due(int batch, boolean spent) {
    jdbc.sql(SORT).update();
    for (var open : open()) {
      var due = of(open, open.limited() ? allowed(open.name(), batch) : batch, spent);
      if (due.letters().length > 0) {
        return due;
      }
    }
    return NOTHING;
  }

  private List<Open> open() {
    return jdbc.sql(OPEN)
        .param("held", progress.held().toArray(String[]::new))
        .query(Open.class)
        .list();
  }

  private int allowed(String name, int batch) {
    return jdbc.sql(ALLOW)
        .param("name", name)
        .param("batch", batch)
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  private Due of(Open receiver, int batch, boolean spent) {
    var letters = letters(FIRST, receiver, batch, spent);
    if (letters.isEmpty() && !spent) {
      letters = inLine(receiver.name(), batch);
    }
    return new Due(receiver.name(), receiver.limited(), letters.toArray(new Long[0]));
  }

  private List<Long> inLine(String receiver, int batch) {
    var after = progress.after(receiver);
    if (after != null) {
      var behind = due(BEHIND, receiver, batch).param("after", after).query(Long.class).list();
      if (behind.size() == batch) {
        progress.further(receiver, behind);
        return behind;
      }
    }
    var front = due(DUE, receiver, batch).query(Long.class).list();
    progress.fromFront(receiver, front);
    return front;
  }

  private StatementSpec due(String sql, String receiver, int batch) {
    return jdbc.sql(sql).param("name", receiver).param("batch", batch);
  }

  private List<Long> letters(String sql, Open receiver, int batch, boolean spent) {
    return due(sql, receiver.name(), batch).param("spent", spent).query(Long.class).list();
  }

  void count(Due due, int letters) {
    if (due.limited() && letters > 0) {
      jdbc.sql(COUNT).param("name", due.receiver()).param("letters", letters).update();
    }
  }

  void slower(LetterId letter, String reply) {
    jdbc.sql(SLOWER).param("letter", letter.value()).param("reply", nobody(reply)).update();
  }

  void closed(LetterId letter, String reply) {
    jdbc.sql(CLOSED).param("letter", letter.value()).param("reply", nobody(reply)).update();
  }

  /** Kept with the receiver, whom nobody erases: without the address of a person. */
  private static String nobody(String reply) {
    return reply.replaceAll("\\S+@\\S+", "…@…");
  }
}
