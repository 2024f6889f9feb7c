package dev.winback.webhook;

import dev.winback.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Addresses with their counts, and what about them is told by the database's clock. */
@Component
class WebhookReading {

  private static final String ROWS = Sql.of(WebhookReading.class, "webhooks.sql");
  private static final String CHANGE_SECRET = Sql.of(WebhookReading.class, "change-secret.sql");

  private final JdbcClient jdbc;

  WebhookReading(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One, or with null all that were not removed. */
  List<WebhookRow> rows(@Nullable Long id) {
    return jdbc.sql(ROWS).param("id", id).query((row, n) -> row(row)).list();
  }

  private static WebhookRow row(ResultSet row) throws SQLException {
    return new WebhookRow(
        row.getLong("id"),
        row.getString("url"),
        List.of(row.getString("events").split(" ")),
        row.getString("state"),
        instant(row, "failing_since"),
        instant(row, "old_secret_until"),
        row.getLong("due"),
        row.getLong("sent"),
        row.getLong("failed"));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  void changeSecret(long id, byte[] secret) {
    jdbc.sql(CHANGE_SECRET).param("id", id).param("secret", secret).update();
  }

  /** Switched on by hand: it gets its five days anew. */
  void forgetFailures(long id) {
    jdbc.sql(
            """
            update webhook set failing_since = null, failures = 0, paused_until = null where id = :id
            """)
        .param("id", id)
        .update();
  }
}
