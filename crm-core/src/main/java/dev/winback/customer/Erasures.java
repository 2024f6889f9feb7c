package dev.winback.customer;

import dev.winback.shared.Sql;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
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

  /** How many were erased, and the records that a person has to take apart first. */
  public record Again(int erased, List<Long> unclear) {}

  private record Holder(String hash, long id, boolean himself) {}

  /** A mailbox that gets no letter since a moment, and why. */
  public record Stop(String hash, String reason, OffsetDateTime at) {}

  /**
   * Whoever has one of the numbers, of whom nobody knows that it is erased, is erased; what he did
   * after the end of its day may bring him back. Who has it as a part, while his own number is none
   * of them, is somebody else: the two were parted before one of them was erased.
   */
  public Again eraseAgain(Map<String, OffsetDateTime> numbers) {
    customers.lockFacts();
    var forgotten = forgotten(numbers);
    if (forgotten.isEmpty()) {
      return new Again(0, List.of());
    }
    var found = holders(forgotten);
    var others = found.stream().filter(holder -> !holder.himself()).toList();
    var erased = found.stream().filter(Holder::himself).map(Holder::id).distinct().toList();
    erased.forEach(id -> erasure.eraseAgain(new CustomerId(id)));
    others.forEach(other -> forgotten.remove(other.hash()));
    know(forgotten);
    return new Again(erased.size(), others.stream().map(Holder::id).distinct().toList());
  }

  private Map<String, OffsetDateTime> forgotten(Map<String, OffsetDateTime> numbers) {
    var forgotten = new HashMap<String, OffsetDateTime>();
    of(FORGOTTEN, numbers)
        .query(String.class)
        .list()
        .forEach(hash -> forgotten.put(hash, Objects.requireNonNull(numbers.get(hash))));
    return forgotten;
  }

  private List<Holder> holders(Map<String, OffsetDateTime> numbers) {
    return jdbc.sql(WHO)
        .param("hashes", numbers.keySet().toArray(String[]::new))
        .query(Holder.class)
        .list();
  }

  /** Up to the day of that time: the erasure has just said today. */
  private void know(Map<String, OffsetDateTime> numbers) {
    of(KNOW, numbers).update();
  }

  private JdbcClient.StatementSpec of(String sql, Map<String, OffsetDateTime> numbers) {
    var hashes = List.copyOf(numbers.keySet());
    return jdbc.sql(sql)
        .param("hashes", hashes.toArray(String[]::new))
        .param("untils", column(hashes, hash -> String.valueOf(numbers.get(hash))));
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
