package dev.winback.privacy;

import dev.winback.customer.Erasures;
import dev.winback.staff.Actor;
import dev.winback.staff.Staff;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Does again what a database has forgotten that is older than its list of erasures. */
@Component
class ErasureReplay {

  private final Erasures erasures;
  private final Staff staff;
  private final JdbcClient jdbc;

  ErasureReplay(Erasures erasures, Staff staff, JdbcClient jdbc) {
    this.erasures = erasures;
    this.staff = staff;
    this.jdbc = jdbc;
  }

  /** How many were done again; what is known changes nothing. */
  int replay(List<Erasing> entries) {
    int stopped = erasures.stopAgain(stops(entries));
    var forgotten = erasures.forgotten(numbers(entries));
    if (forgotten.isEmpty()) {
      return stopped;
    }
    return stopped + erasures.eraseAgain(forgotten, this::responsible);
  }

  private static Map<String, OffsetDateTime> numbers(List<Erasing> entries) {
    var numbers = new HashMap<String, OffsetDateTime>();
    entries.stream()
        .filter(entry -> entry.kind() == Erasing.Kind.ERASED)
        .forEach(entry -> numbers.merge(entry.hash(), entry.at(), ErasureReplay::later));
    return numbers;
  }

  private static OffsetDateTime later(OffsetDateTime a, OffsetDateTime b) {
    return a.isAfter(b) ? a : b;
  }

  /** Those that nothing has lifted since. */
  private static List<Erasures.Stop> stops(List<Erasing> entries) {
    var last = new HashMap<List<String>, Erasing>();
    entries.stream()
        .filter(entry -> entry.kind() != Erasing.Kind.ERASED)
        .forEach(
            entry ->
                last.merge(
                    List.of(entry.hash(), entry.reason()),
                    entry,
                    (a, b) -> b.at().isBefore(a.at()) ? a : b));
    return last.values().stream()
        .filter(entry -> entry.kind() == Erasing.Kind.STOPPED)
        .map(entry -> new Erasures.Stop(entry.hash(), entry.reason(), entry.at()))
        .toList();
  }

  /** Each act has somebody who answers for it: the first administrator. */
  private Actor responsible() {
    var login =
        jdbc.sql(
                """
                select login from member where active and role in ('ADMIN', 'MANAGER')
                order by role, id limit 1
                """)
            .query(String.class)
            .single();
    return staff.actor(login);
  }
}
