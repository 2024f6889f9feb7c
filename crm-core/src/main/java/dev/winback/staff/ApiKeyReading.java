package dev.winback.staff;

import dev.winback.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keys read past their aggregate: the list, and the check that each call of a program begins with.
 */
@Component
class ApiKeyReading {

  private static final String ROWS = Sql.of(ApiKeyReading.class, "keys.sql");
  private static final String BY_PREFIX = Sql.of(ApiKeyReading.class, "key-by-prefix.sql");
  private static final String USED = Sql.of(ApiKeyReading.class, "key-used.sql");
  private static final Duration STEP = Duration.ofMinutes(1);

  private final JdbcClient jdbc;

  ApiKeyReading(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Stored(long id, byte[] hash, String scopes, String login, boolean live) {

    /** What an unknown prefix is compared with, so that it takes as long as a known one. */
    static final Stored NONE = new Stored(0, new byte[32], "", "", false);

    static Stored of(ResultSet row, int n) throws SQLException {
      return new Stored(
          row.getLong("id"),
          row.getBytes("secret_hash"),
          row.getString("scopes"),
          row.getString("login"),
          row.getBoolean("live"));
    }

    KnownKey known() {
      var held =
          Arrays.stream(scopes.split(" "))
              .flatMap(code -> Scope.ofCode(code).stream())
              .collect(Collectors.toUnmodifiableSet());
      return new KnownKey(login, new Actor.Key(id, held));
    }
  }

  List<KeyRow> rows(@Nullable MemberId member, LocalDate today) {
    return jdbc.sql(ROWS)
        .param("member", member == null ? null : member.value())
        .param("today", today)
        .query((row, n) -> row(row))
        .list();
  }

  private static KeyRow row(ResultSet row) throws SQLException {
    return new KeyRow(
        row.getLong("id"),
        row.getString("name"),
        row.getString("prefix"),
        List.of(row.getString("scopes").split(" ")),
        row.getString("login"),
        row.getString("member"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "last_used_at"),
        row.getObject("expires_on", LocalDate.class),
        instant(row, "revoked_at"),
        row.getString("state"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  Optional<KnownKey> recognise(Token token, LocalDate today, Instant now) {
    var stored =
        jdbc.sql(BY_PREFIX)
            .param("prefix", token.prefix())
            .param("today", today)
            .query(Stored::of)
            .optional()
            .orElse(Stored.NONE);
    boolean same = token.matches(stored.hash());
    if (!same || !stored.live()) {
      return Optional.empty();
    }
    used(stored.id(), now);
    return Optional.of(stored.known());
  }

  private void used(long id, Instant now) {
    jdbc.sql(USED)
        .param("id", id)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("before", now.minus(STEP).atOffset(ZoneOffset.UTC))
        .update();
  }
}
