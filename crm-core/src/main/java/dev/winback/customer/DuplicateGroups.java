package dev.winback.customer;

import dev.winback.shared.AdvisoryLock;
import dev.winback.shared.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the groups of customers who share something: with each change of a customer, and once more
 * by night.
 */
@Component
class DuplicateGroups {

  private static final String REGROUP = Sql.of(DuplicateGroups.class, "duplicate-regroup.sql");
  private static final String DIFFERING = Sql.of(DuplicateGroups.class, "duplicate-differing.sql");
  private static final int AT_ONCE = 1_000;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  DuplicateGroups(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** Two writers of one group would wait for each other. */
  void lock() {
    AdvisoryLock.FACTS.take(jdbc);
  }

  long regroup(Collection<Long> customers) {
    if (customers.isEmpty()) {
      return 0;
    }
    lock();
    return jdbc.sql(REGROUP)
        .param("ids", customers.toArray(Long[]::new))
        .query(Long.class)
        .single();
  }

  /** Those whom a slice of a batch changed; among the tables of the batch. */
  void regroupSlice(int slice) {
    regroup(
        jdbc.sql(
                """
                select c.id from pending_customer s join customer c on c.ref = s.customer
                where s.slice = :slice and (s.differs or not s.known)
                """)
            .param("slice", slice)
            .query(Long.class)
            .list());
  }

  @EventListener
  @Order(CustomersMoved.DONE)
  void regroup(CustomersMoved moved) {
    regroup(
        Stream.concat(moved.records().stream(), moved.customers().stream())
            .map(CustomerId::value)
            .distinct()
            .toList());
  }

  /** Some at a time, so that nobody waits for long to write facts. */
  long groupAll() {
    var differing = Objects.requireNonNull(transaction.execute(status -> differing()));
    long written = 0;
    for (int from = 0; from < differing.size(); from += AT_ONCE) {
      var some = differing.subList(from, Math.min(from + AT_ONCE, differing.size()));
      written += Objects.requireNonNull(transaction.execute(status -> regroup(some)));
    }
    return written;
  }

  private List<Long> differing() {
    // sorts of a million values in memory and not through files
    jdbc.sql("set local work_mem = '128MB'").update();
    return jdbc.sql(DIFFERING).query(Long.class).list();
  }
}
