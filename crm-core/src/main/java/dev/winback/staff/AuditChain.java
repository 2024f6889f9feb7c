package dev.winback.staff;

import dev.winback.shared.AdvisoryLock;
import dev.winback.shared.Sql;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looks whether the audit is as it was written, and ends its oldest part. */
@Service
public class AuditChain {

  private static final String PIECE = Sql.of(AuditChain.class, "audit-piece.sql");
  private static final String ADDED =
      "select a.id from audit a where not exists (select from audit_link l where l.audit_id = a.id) order by a.id limit 1";
  private static final String END = Sql.of(AuditChain.class, "audit-end.sql");

  private static final String HEAD =
      """
      select first, first_hash, coalesce(l.place, first) as place, coalesce(l.hash, first_hash) as hash,
             h.place <= first or exists (select from audit_link k where k.place = h.place and k.hash = h.hash) as goes_on
        from audit_head h left join (select place, hash from audit_link order by place desc limit 1) l on true
      """;
  private static final String KNOWN =
      """
      update audit_head h set place = l.place, hash = l.hash from audit_link l
       where l.place = h.first + :entries and l.place > h.place and l.hash = decode(:hash, 'hex')
      """;

  /** Goes on: the link that it once had is still there. */
  private record Head(long first, byte[] firstHash, long place, byte[] hash, boolean goesOn) {}

  private record Piece(long place, byte[] hash, @Nullable Long entry, @Nullable String fault) {}

  private final JdbcClient jdbc;
  private final Audit audit;

  AuditChain(JdbcClient jdbc, Audit audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /**
   * All that was written by now, each piece in a short transaction of its own: what fits stays so,
   * because nothing is changed, and nobody who acts or cleans up meanwhile waits.
   */
  public ChainCheck check(Actor actor) {
    actor.require(Permission.ADMINISTER);
    return check(looked -> {});
  }

  /** The same, told after each piece how many entries have been looked at. */
  ChainCheck check(LongConsumer told) {
    var head = head();
    var check = check(head, told);
    boolean ended = head().first() > head.first();
    return check.whole() || !ended ? check : check(told);
  }

  private ChainCheck check(Head head, LongConsumer told) {
    var last = new Piece(head.first(), head.firstHash(), null, null);
    for (var next = after(last, head); next.isPresent(); next = after(last, head)) {
      last = next.get();
      if (last.fault() != null && last.entry() != null) {
        return found(head, last.fault(), last.entry());
      }
      told.accept(last.place() - head.first());
    }
    return head.goesOn() && last.place() == head.place() && Arrays.equals(last.hash(), head.hash())
        ? added().map(entry -> found(head, "added", entry)).orElseGet(() -> found(head, null, 0))
        : found(head, "end", 0);
  }

  long entries() {
    var head = head();
    return head.place() - head.first();
  }

  private Optional<Piece> after(Piece last, Head head) {
    return jdbc.sql(PIECE)
        .param("place", last.place())
        .param("hash", last.hash())
        .param("until", head.place())
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

  /** A look is an act like another; what it found whole is missed from now on when it goes. */
  @Transactional
  public void checked(ChainCheck check, @Nullable Actor actor) {
    lock();
    if (check.whole()) {
      jdbc.sql(KNOWN).param("entries", check.entries()).param("hash", check.head()).update();
    }
    var found = Map.of("entries", check.entries(), "broken", check.entry(), "whole", check.whole());
    audit.note(actor, "audit.checked", "audit", 0, found);
  }

  /**
   * Deletes what was written before this moment, from the beginning of the chain on; the rest stays
   * a chain. How many went comes back.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int endBefore(Instant moment) {
    lock();
    long before = head().first();
    jdbc.sql("set local winback.audit_ends = 'yes'").update();
    int ended =
        jdbc.sql(END)
            .param("before", moment.atOffset(ZoneOffset.UTC))
            .query(Integer.class)
            .single();
    jdbc.sql("set local winback.audit_ends = 'no'").update();
    if (ended > 0) {
      noteEnd(before, head());
    }
    return ended;
  }

  /** Who ends the audit past the program leaves a beginning that no entry tells of. */
  private void noteEnd(long before, Head now) {
    var hash = HexFormat.of().formatHex(now.firstHash());
    var detail = Map.of("after", before, "place", now.first(), "hash", hash);
    audit.note(null, "audit.ended", "audit", 0, detail);
  }

  /** Before the head row, as each commit does: who waits for the one holds not the other. */
  private void lock() {
    AdvisoryLock.AUDIT.take(jdbc);
  }

  private Head head() {
    return jdbc.sql(HEAD).query(Head.class).single();
  }
}
