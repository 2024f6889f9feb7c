package dev.winback.privacy;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.AuditChain;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** How long data are kept, and what was deleted because of it (hold.md, T62). */
@Service
public class Retentions {

  /** Rows in one transaction. */
  static final int BATCH = 5_000;

  private final JdbcClient jdbc;
  private final Audit audit;
  private final AuditChain chain;
  private final BusinessClock clock;
  private final TransactionTemplate tx;

  Retentions(
      JdbcClient jdbc, Audit audit, AuditChain chain, BusinessClock clock, TransactionTemplate tx) {
    this.chain = chain;
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
    this.tx = tx;
  }

  /** All classes in their order. */
  @Transactional(readOnly = true)
  public List<RetentionRule> rules(Actor actor) {
    actor.require(Permission.ADMINISTER);
    return rules();
  }

  private List<RetentionRule> rules() {
    return Arrays.stream(Retention.values())
        .map(kind -> new RetentionRule(kind, days(kind)))
        .toList();
  }

  private int days(Retention kind) {
    return jdbc.sql("select days from retention_rule where kind = :kind")
        .param("kind", kind.code())
        .query(Integer.class)
        .optional()
        .orElse(kind.days());
  }

  /** The last nights that took something, the newest first. */
  @Transactional(readOnly = true)
  public List<RetentionRow> report(int limit, Actor actor) {
    actor.require(Permission.ADMINISTER);
    return jdbc.sql(
            "select day, kind, rows from retention_report order by day desc, kind limit :limit")
        .param("limit", limit)
        .query(RetentionRow.class)
        .list();
  }

  /** From the next night on. */
  @Transactional
  public void change(List<RetentionRule> wanted, Actor actor) {
    actor.require(Permission.ADMINISTER);
    wanted.forEach(Retentions::check);
    wanted.stream()
        .filter(rule -> days(rule.kind()) != rule.days())
        .forEach(rule -> set(rule, actor));
  }

  private static void check(RetentionRule rule) {
    int least = rule.kind().least();
    if (rule.days() < least || rule.days() > Retention.MOST) {
      throw Refused.field(rule.kind().code(), "privacy.refused.days", least, Retention.MOST);
    }
  }

  private void set(RetentionRule rule, Actor actor) {
    jdbc.sql(
            """
            insert into retention_rule (kind, days) values (:kind, :days)
            on conflict (kind) do update set days = excluded.days
            """)
        .param("kind", rule.kind().code())
        .param("days", rule.days())
        .update();
    audit.note(
        actor,
        "retention.changed",
        "retention",
        0,
        Map.of("kind", rule.kind().code(), "days", rule.days()));
  }

  /** Whatever has had its days, in batches; twice takes nothing more. */
  public long clean(LocalDate day) {
    return rules().stream().mapToLong(rule -> clean(rule, day)).sum();
  }

  private long clean(RetentionRule rule, LocalDate day) {
    var before = day.minusDays(rule.days()).atStartOfDay(clock.getZone()).toOffsetDateTime();
    long all = 0;
    long taken;
    do {
      taken = tx.execute(status -> batch(rule.kind(), before, day));
      all += taken;
    } while (taken == BATCH);
    return all;
  }

  private long batch(Retention kind, OffsetDateTime before, LocalDate day) {
    int taken =
        kind == Retention.AUDIT
            ? chain.endBefore(before.toInstant())
            : jdbc.sql(kind.sql()).param("before", before).param("batch", BATCH).update();
    if (taken > 0) {
      jdbc.sql(
              """
              insert into retention_report (day, kind, rows) values (:day, :kind, :rows)
              on conflict (day, kind) do update set rows = retention_report.rows + excluded.rows
              """)
          .param("day", day)
          .param("kind", kind.code())
          .param("rows", taken)
          .update();
    }
    return taken;
  }
}
