package dev.winback.importing;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The logins that rows name. */
@Component
class Logins {

  private final JdbcClient jdbc;

  Logins(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Everybody who ever was a member, by login: old purchases name people who left. */
  Map<String, Long> members() {
    return jdbc
        .sql("select login, id from member")
        .query((row, n) -> Map.entry(row.getString(1), row.getLong(2)))
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
