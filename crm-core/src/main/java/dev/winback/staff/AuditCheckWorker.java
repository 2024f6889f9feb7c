package dev.winback.staff;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Lookout;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at a long audit in the background, and begins anew what a killed node left. */
@Component
class AuditCheckWorker {

  private static final Logger LOG = LoggerFactory.getLogger(AuditCheckWorker.class);
  private static final Duration EVERY = Duration.ofSeconds(30);

  /** By the database's clock; a piece of the chain takes a small part of it. */
  private static final String TAKE =
      """
      update audit_check set node = :node, lease_until = clock_timestamp() + interval '60 seconds', looked = 0
       where finished_at is null and (lease_until is null or lease_until < clock_timestamp())
      returning id, (select m.login from member m where m.id = member_id and m.active) as login
      """;

  private static final String AT =
      """
      update audit_check set looked = :looked, lease_until = clock_timestamp() + interval '60 seconds'
       where id = :id and node = :node and finished_at is null
      """;
  private static final String END =
      """
      update audit_check set finished_at = :now, entries = :entries, looked = :entries, head = :head, fault = :fault, entry = :entry
       where id = :id and node = :node and finished_at is null
      """;

  private record Taken(long id, @Nullable String login) {}

  private static final class Superseded extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final JdbcClient jdbc;
  private final AuditChain chain;
  private final Staff staff;
  private final BusinessClock clock;
  private final TransactionTemplate transaction;
  private final String node = UUID.randomUUID().toString();
  private final Lookout lookout = new Lookout("audit-check", this::workNow);

  AuditCheckWorker(
      JdbcClient jdbc,
      AuditChain chain,
      Staff staff,
      BusinessClock clock,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.chain = chain;
    this.staff = staff;
    this.clock = clock;
    transaction = new TransactionTemplate(transactions);
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    lookout.begin(EVERY);
  }

  void wake() {
    lookout.wake();
  }

  /** In this thread, when nobody has it. */
  void workNow() {
    try {
      take().ifPresent(this::work);
    } catch (Superseded other) {
      LOG.info("the check of the audit is left to another node");
    }
  }

  private Optional<Taken> take() {
    return jdbc.sql(TAKE).param("node", node).query(Taken.class).optional();
  }

  private void work(Taken taken) {
    var found = chain.check(looked -> at(taken.id(), looked));
    var by = taken.login() == null ? null : staff.actor(taken.login());
    transaction.executeWithoutResult(
        tx -> {
          if (end(taken.id(), found)) {
            chain.checked(found, by);
          }
        });
  }

  private void at(long check, long looked) {
    var update = jdbc.sql(AT).param("looked", looked).param("id", check).param("node", node);
    if (lookout.closing() || update.update() == 0) {
      throw new Superseded();
    }
  }

  private boolean end(long check, ChainCheck found) {
    return jdbc.sql(END)
            .param("now", clock.utc())
            .param("entries", found.entries())
            .param("head", found.head())
            .param("fault", found.fault())
            .param("entry", found.entry())
            .param("id", check)
            .param("node", node)
            .update()
        > 0;
  }

  /** After the piece in hand; another node begins anew when the lease is over. */
  @PreDestroy
  void close() {
    lookout.close();
  }
}
