package dev.winback.webhook;

import dev.winback.shared.Sql;
import dev.winback.staff.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The protocol by which a message leaves at least once, in order and with the same id: one sender
 * at a time has an address, by a lease; what failed comes back after 5 s, 5 min, 30 min … 24 h.
 */
@Service
@Transactional
public class MessageOutbox {

  private static final String TAKE = Sql.of(MessageOutbox.class, "outbox-take.sql");
  private static final String NEXT = Sql.of(MessageOutbox.class, "outbox-next.sql");
  private static final String SENT = Sql.of(MessageOutbox.class, "outbox-sent.sql");
  private static final String FAILED = Sql.of(MessageOutbox.class, "outbox-failed.sql");
  private static final String DISABLE = Sql.of(MessageOutbox.class, "outbox-disable.sql");
  private static final String CLEAN = Sql.of(MessageOutbox.class, "outbox-clean.sql");

  private final JdbcClient jdbc;
  private final Audit audit;

  MessageOutbox(JdbcClient jdbc, Audit audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /** An address with something due, which is this sender's alone until the lease is over. */
  public Optional<Long> take(String node) {
    return jdbc.sql(TAKE).param("node", node).query(Long.class).optional();
  }

  /** The next message of the address, signed for this moment; nothing when another one has it. */
  public Optional<DueMessage> next(long webhook, String node) {
    return jdbc.sql(NEXT)
        .param("webhook", webhook)
        .param("node", node)
        .query((row, n) -> message(row))
        .optional();
  }

  private static DueMessage message(ResultSet row) throws SQLException {
    var id = row.getString("message_id");
    var body = row.getString("body");
    long time = row.getLong("time");
    var signature = Secret.sign(row.getBytes("secret"), id, time, body);
    var old = row.getBytes("old_secret");
    var headers = new LinkedHashMap<String, String>();
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(time));
    headers.put(
        "webhook-signature",
        old == null ? signature : signature + " " + Secret.sign(old, id, time, body));
    return new DueMessage(
        row.getLong("id"), row.getLong("webhook_id"), row.getString("url"), headers, body);
  }

  /** Notes what came of a try; true when it arrived and the next one may follow at once. */
  public boolean tried(DueMessage message, Answer answer) {
    return answer.taken() ? sent(message, answer) : failed(message, answer);
  }

  private boolean sent(DueMessage message, Answer answer) {
    note(SENT, message, answer).update();
    return true;
  }

  private boolean failed(DueMessage message, Answer answer) {
    note(FAILED, message, answer).param("gone", answer.gone()).update();
    jdbc.sql(DISABLE)
        .param("webhook", message.webhook())
        .param("gone", answer.gone())
        .query(String.class)
        .optional()
        .ifPresent(
            why ->
                audit.note(
                    null, "webhook.disabled", "webhook", message.webhook(), Map.of("why", why)));
    return false;
  }

  private JdbcClient.StatementSpec note(String sql, DueMessage message, Answer answer) {
    return jdbc.sql(sql)
        .param("id", message.delivery())
        .param("webhook", message.webhook())
        .param("code", answer.code() == 0 ? null : answer.code())
        .param("answer", answer.text());
  }

  /** Another sender may have the address. */
  public void release(long webhook, String node) {
    jdbc.sql("update webhook set node = null, lease_until = null where id = :id and node = :node")
        .param("id", webhook)
        .param("node", node)
        .update();
  }

  /** Forgets messages that were done with a month ago. */
  public int clean() {
    return jdbc.sql(CLEAN).update();
  }
}
