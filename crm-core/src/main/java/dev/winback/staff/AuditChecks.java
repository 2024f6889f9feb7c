package dev.winback.staff;

import dev.winback.shared.BusinessClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looks at the whole audit: at a short one while the person waits, at a long one as a job. */
@Service
@Transactional(propagation = Propagation.NEVER)
public class AuditChecks {

  /** Up to so many entries the person waits for: one piece, well under a second. */
  public static final int AT_ONCE = 20_000;

  private static final String BEGIN =
      """
      insert into audit_check (member_id, started_at, entries) values (:member, :now, :entries)
      on conflict ((finished_at is null)) where finished_at is null do nothing returning id
      """;
  private static final String CHECKS =
      """
      select a.id, m.name, a.started_at, a.entries, a.looked, a.finished_at, a.head, a.fault, a.entry
        from audit_check a join member m on m.id = a.member_id
      """;

  private final JdbcClient jdbc;
  private final AuditChain chain;
  private final AuditCheckWorker worker;
  private final BusinessClock clock;

  AuditChecks(JdbcClient jdbc, AuditChain chain, AuditCheckWorker worker, BusinessClock clock) {
    this.jdbc = jdbc;
    this.chain = chain;
    this.worker = worker;
    this.clock = clock;
  }

  /** Begins one; the one that runs goes on, and nobody needs a second one beside it. */
  public void start(Actor actor) {
    actor.require(Permission.ADMINISTER);
    long entries = chain.entries();
    begin(entries, actor).ifPresent(this::forgetBefore);
    if (entries <= AT_ONCE) {
      worker.workNow();
    } else {
      worker.wake();
    }
  }

  private Optional<Long> begin(long entries, Actor actor) {
    return jdbc.sql(BEGIN)
        .param("member", actor.member())
        .param("now", clock.utc())
        .param("entries", entries)
        .query(Long.class)
        .optional();
  }

  private void forgetBefore(long check) {
    jdbc.sql("delete from audit_check where id < :check").param("check", check).update();
  }

  /** The newest one, which is the one that runs if one does. */
  public Optional<AuditCheck> newest(Actor actor) {
    actor.require(Permission.ADMINISTER);
    return jdbc.sql(CHECKS + " order by a.id desc limit 1")
        .query((row, n) -> check(row))
        .optional();
  }

  /** Those of them that there are, for who has looked at one of them and goes on watching. */
  public List<AuditCheck> watched(Set<Long> ids) {
    return jdbc.sql(CHECKS + " where a.id in (:ids)")
        .param("ids", ids)
        .query((row, n) -> check(row))
        .list();
  }

  private static AuditCheck check(ResultSet row) throws SQLException {
    return new AuditCheck(
        row.getLong("id"),
        row.getString("name"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        row.getLong("entries"),
        row.getLong("looked"),
        found(row));
  }

  private static @Nullable ChainCheck found(ResultSet row) throws SQLException {
    return row.getObject("finished_at") == null
        ? null
        : new ChainCheck(
            row.getLong("entries"),
            row.getString("head"),
            row.getString("fault"),
            row.getLong("entry"));
  }
}
