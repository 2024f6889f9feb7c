package dev.winback.importing;

import java.util.Map;
import java.util.Set;
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

  KnownMembers members() {
    return new KnownMembers(all(), takers(), new RefusedOwners());
  }

  private Map<String, Long> all() {
    return jdbc
        .sql("select login, id from member")
        .query((row, n) -> Map.entry(row.getString(1), row.getLong(2)))
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Set<Long> takers() {
    return Set.copyOf(
        jdbc.sql("select id from member where active and role in ('REP', 'MANAGER')")
            .query(Long.class)
            .list());
  }
}
