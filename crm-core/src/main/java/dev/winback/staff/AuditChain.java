package dev.winback.staff;

import dev.winback.shared.Sql;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looks whether the audit is as it was written, and ends its oldest part. */
@Service
public class AuditChain {

  private static final String PIECE = Sql.of(AuditChain.class, "audit-piece.sql");
  private static final String ADDED =
      "select a.id from audit a where not exists (select from audit_link l where l.audit_id = a.id) order by a.id limit 1";
  private static final String END = Sql.of(AuditChain.class, "audit-end.sql");

  private record Head(long first, byte[] firstHash, long place, byte[] hash) {}

  private record Piece(long place, byte[] hash, @Nullable Long entry, @Nullable String fault) {}

  private final JdbcClient jdbc;
  private final Audit audit;

  AuditChain(JdbcClient jdbc, Audit audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /** All as of one moment: nobody who acts meanwhile waits. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public ChainCheck check(Actor actor) {
    actor.require(Permission.ADMINISTER);
    var head = head();
    var last = new Piece(head.first(), head.firstHash(), null, null);
    for (var next = after(last); next.isPresent(); next = after(last)) {
      last = next.get();
      if (last.fault() != null && last.entry() != null) {
        return found(head, last.fault(), last.entry());
      }
    }
    return last.place() == head.place() && Arrays.equals(last.hash(), head.hash())
        ? added().map(entry -> found(head, "added", entry)).orElseGet(() -> found(head, null, 0))
        : found(head, "end", 0);
  }

  private Optional<Piece> after(Piece last) {
    return jdbc.sql(PIECE)
        .param("place", last.place())
        .param("hash", last.hash())
        .query(Piece.class)
        .optional();
  }

  private Optional<Long> added() {
    return jdbc.sql(ADDED).query(Long.class).optional();
  }

  private static ChainCheck found(Head head, @Nullable String fault, long entry) {
    var newest = HexFormat.of().formatHex(head.hash());
    return new ChainCheck(head.place() - head.first(), newest, fault, entry);
  }

  /** A look is an act like another. */
  @Transactional
  public void checked(ChainCheck check, Actor actor) {
    var found = Map.of("entries", check.entries(), "broken", check.entry(), "whole", check.whole());
    audit.note(actor, "audit.checked", "audit", 0, found);
  }

  /**
   * Deletes what was written before this moment, from the beginning of the chain on; the rest stays
   * a chain. How many went comes back.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int endBefore(Instant moment) {
    jdbc.sql("set local winback.audit_ends = 'yes'").update();
    int ended =
        jdbc.sql(END)
            .param("before", moment.atOffset(ZoneOffset.UTC))
            .query(Integer.class)
            .single();
    jdbc.sql("set local winback.audit_ends = 'no'").update();
    return ended;
  }

  private Head head() {
    return jdbc.sql("select first, first_hash, place, hash from audit_head")
        .query(Head.class)
        .single();
  }
}
