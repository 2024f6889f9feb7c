package dev.winback.webhook;

import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The messages to an address, for people: listed, tried by hand, sent once more. */
@Service
@Transactional
public class Deliveries {

  public static final List<String> STATES = List.of("due", "sent", "failed");

  private static final String LIST = Sql.of(Deliveries.class, "deliveries.sql");
  private static final String AGAIN = Sql.of(Deliveries.class, "again.sql");
  private static final int PAGE = 50;

  private final JdbcClient jdbc;
  private final Messages messages;
  private final Webhooks webhooks;
  private final Audit audit;

  Deliveries(JdbcClient jdbc, Messages messages, Webhooks webhooks, Audit audit) {
    this.jdbc = jdbc;
    this.messages = messages;
    this.webhooks = webhooks;
    this.audit = audit;
  }

  /** The newest first; a state of {@link #STATES} or null for all. */
  @Transactional(readOnly = true)
  public Paged<DeliveryRow> page(
      long webhook, @Nullable String state, @Nullable String after, Actor actor) {
    var before = Cursor.number(after, Long.MAX_VALUE);
    var rows =
        list(webhook, state, actor)
            .param("before", before)
            .param("limit", PAGE + 1)
            .query((row, n) -> row(row))
            .list();
    return Paged.of(rows, PAGE, row -> Cursor.encode(row.id()));
  }

  @Transactional(readOnly = true)
  public void export(
      long webhook, @Nullable String state, Actor actor, Consumer<DeliveryRow> each) {
    actor.require(Permission.EXPORT);
    list(webhook, state, actor)
        .param("before", Long.MAX_VALUE)
        .param("limit", Integer.MAX_VALUE)
        .query(
            row -> {
              each.accept(row(row));
            });
  }

  private JdbcClient.StatementSpec list(long webhook, @Nullable String state, Actor actor) {
    webhooks.one(webhook, actor);
    if (state != null && !state.isEmpty() && !STATES.contains(state)) {
      throw Refused.field("state", "refused.webhook.state", state);
    }
    return jdbc.sql(LIST)
        .param("webhook", webhook)
        .param("state", state == null || state.isEmpty() ? null : state);
  }

  private static DeliveryRow row(ResultSet row) throws SQLException {
    return new DeliveryRow(
        row.getLong("id"),
        row.getString("message_id"),
        row.getString("type"),
        row.getString("state"),
        row.getInt("attempts"),
        row.getObject("code", Integer.class),
        row.getString("answer"),
        Objects.requireNonNull(WebhookReading.instant(row, "created_at")),
        WebhookReading.instant(row, "attempted_at"),
        WebhookReading.instant(row, "next_attempt_at"));
  }

  /** A message of no meaning, to see whether the address answers. */
  public void test(long webhook, Actor actor) {
    webhooks.one(webhook, actor);
    messages.test(webhook);
    jdbc.sql("update webhook set paused_until = null where id = :id").param("id", webhook).update();
    audit.note(actor, "webhook.tested", "webhook", webhook, Map.of());
  }

  /** The same message under the same id once more; a receiver that has it already drops it. */
  public void again(long webhook, long delivery, Actor actor) {
    webhooks.one(webhook, actor);
    int found = jdbc.sql(AGAIN).param("webhook", webhook).param("id", delivery).update();
    if (found == 0) {
      throw new NotFound("delivery");
    }
    audit.note(actor, "webhook.sent-again", "webhook", webhook, Map.of("delivery", delivery));
  }
}
