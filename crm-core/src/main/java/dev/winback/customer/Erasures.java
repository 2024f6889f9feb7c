package dev.winback.customer;

import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erasures and opt-outs that a restored backup has forgotten, by the hashes of numbers and
 * addresses.
 */
@Service
@Transactional
public class Erasures {

  private static final String FORGOTTEN = Sql.of(Erasures.class, "erased-forgotten.sql");
  private static final String WHO = Sql.of(Erasures.class, "erased-who.sql");
  private static final String KNOW = Sql.of(Erasures.class, "erased-know.sql");
  private static final String STOP = Sql.of(Erasures.class, "stop-again.sql");
  private static final String WITHDRAW = Sql.of(Erasures.class, "withdraw-again.sql");

  private final JdbcClient jdbc;
  private final Customers customers;
  private final Erasure erasure;

  Erasures(JdbcClient jdbc, Customers customers, Erasure erasure) {
    this.jdbc = jdbc;
    this.customers = customers;
    this.erasure = erasure;
  }

  /** A mailbox that gets no letter since a moment, and why. */
  public record Stop(String hash, String reason, OffsetDateTime at) {}

  /**
   * Those of the numbers, with the end of their day, of which nobody knows that they are erased.
   */
  @Transactional(readOnly = true)
  public Map<String, OffsetDateTime> forgotten(Map<String, OffsetDateTime> numbers) {
    var hashes = List.copyOf(numbers.keySet());
    return jdbc
        .sql(FORGOTTEN)
        .param("hashes", hashes.toArray(String[]::new))
        .param("untils", column(hashes, hash -> String.valueOf(numbers.get(hash))))
        .query(String.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Function.identity(), numbers::get));
  }

  /** Whoever has one of the numbers is erased; what he did after that day may bring him back. */
  public int eraseAgain(Map<String, OffsetDateTime> numbers, Supplier<Actor> actor) {
    customers.lockFacts();
    var hashes = List.copyOf(numbers.keySet());
    var who = jdbc.sql(WHO).param("hashes", hashes.toArray(String[]::new)).query(Long.class).list();
    who.forEach(id -> erasure.erase(new CustomerId(id), actor.get()));
    jdbc.sql(KNOW)
        .param("hashes", hashes.toArray(String[]::new))
        .param("untils", column(hashes, hash -> String.valueOf(numbers.get(hash))))
        .update();
    return who.size();
  }

  /** How many of them nobody knew any more; whoever has the mailbox has said no. */
  public int stopAgain(List<Stop> stops) {
    var known =
        jdbc.sql(STOP)
            .param("hashes", column(stops, Stop::hash))
            .param("reasons", column(stops, Stop::reason))
            .param("moments", column(stops, stop -> stop.at().toString()))
            .query(String.class)
            .list();
    if (!known.isEmpty()) {
      jdbc.sql(WITHDRAW).param("hashes", known.toArray(String[]::new)).update();
    }
    return known.size();
  }

  private static <T> String[] column(List<T> rows, Function<T, String> part) {
    return rows.stream().map(part).toArray(String[]::new);
  }
}
