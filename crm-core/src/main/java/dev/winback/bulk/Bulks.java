package dev.winback.bulk;

import dev.winback.customer.CustomerErased;
import dev.winback.lapse.LapseId;
import dev.winback.report.LostCustomers;
import dev.winback.report.LostFilter;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import dev.winback.task.OrderedCalls;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Acts upon many losses: picked ones, or all that the lost list shows (look.md, "Bulk edit"). */
@Service
@Transactional(propagation = Propagation.NEVER)
public class Bulks {

  /** Up to so many are done while the person waits. */
  public static final int AT_ONCE = 200;

  private static final String FORGET = Sql.of(Bulks.class, "forget.sql");

  private final BulkStore store;
  private final BulkReading reading;
  private final BulkWorkers workers;
  private final LostCustomers lost;
  private final OrderedCalls calls;
  private final Audit audit;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Bulks(
      BulkStore store,
      BulkReading reading,
      BulkWorkers workers,
      LostCustomers lost,
      OrderedCalls calls,
      Audit audit,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.reading = reading;
    this.workers = workers;
    this.lost = lost;
    this.calls = calls;
    this.audit = audit;
    this.jdbc = jdbc;
    transaction = new TransactionTemplate(transactions);
  }

  /** The job, done already when there are few losses; each that a rule forbids says why. */
  public BulkJob start(BulkOrder order, Actor actor) {
    actor.require(Permission.DECIDE);
    if (order.action() == BulkAction.NON_CLIENT) {
      actor.require(Permission.REFUSE_CUSTOMERS);
    }
    var lapses = lapses(order, actor);
    requireWords(order, lapses);
    if (order.action() == BulkAction.TASK) {
      calls.requireWords(order.until(), order.reason(), actor);
    }
    long job =
        Objects.requireNonNull(
            transaction.execute(
                tx -> {
                  long made = store.add(order, lapses, actor);
                  note(made, "started", Map.of("rows", lapses.size()), actor);
                  return made;
                }));
    return work(job, lapses.size());
  }

  private List<LapseId> lapses(BulkOrder order, Actor actor) {
    var query = order.query();
    return query == null ? order.picked() : lost.all(LostFilter.of(query), actor);
  }

  private static void requireWords(BulkOrder order, List<LapseId> lapses) {
    if (lapses.isEmpty()) {
      throw new Refused("bulk.refused.nothing");
    }
    boolean says =
        order.action() == BulkAction.NOT_WANTED || order.action() == BulkAction.NON_CLIENT;
    if (says && order.reason().isBlank()) {
      throw Refused.field("reason", "refused.lapse.reason");
    }
    if (order.action() == BulkAction.ASSIGN && order.member().isBlank()) {
      throw Refused.field("member", "refused.lapse.not-a-rep");
    }
  }

  private BulkJob work(long job, int rows) {
    if (rows <= AT_ONCE) {
      workers.workNow(job);
    } else {
      workers.wake();
    }
    return reading.one(job);
  }

  public BulkJob one(long id, Actor actor) {
    actor.require(Permission.SEE_BULK);
    return reading.one(id);
  }

  /** Those of them that there are, for who has looked at one of them and goes on watching. */
  public List<BulkJob> watched(Set<Long> ids) {
    return ids.stream().map(reading::one).toList();
  }

  public Paged<BulkJob> page(@Nullable String after, int limit, Actor actor) {
    actor.require(Permission.SEE_BULK);
    return reading.page(after, limit);
  }

  /** All jobs one by one, the newest first. */
  @Transactional(readOnly = true)
  public void export(Actor actor, Consumer<BulkJob> sink) {
    actor.require(Permission.SEE_BULK);
    actor.require(Permission.EXPORT);
    reading.each(sink);
  }

  public Paged<BulkLine> lines(
      long id, BulkLine.@Nullable Outcome outcome, @Nullable String after, int limit, Actor actor) {
    actor.require(Permission.SEE_BULK);
    return reading.lines(id, outcome, after, limit);
  }

  /** All rows of the job one by one, without a limit. */
  @Transactional(readOnly = true)
  public void export(
      long id, BulkLine.@Nullable Outcome outcome, Actor actor, Consumer<BulkLine> sink) {
    actor.require(Permission.SEE_BULK);
    actor.require(Permission.EXPORT);
    reading.each(id, outcome, sink);
  }

  /** Stops after the loss in hand; what is done stays done, the rest is left as it was. */
  @Transactional
  public void cancel(long id, Actor actor) {
    actor.require(Permission.DECIDE);
    reading.one(id);
    if (store.turn(id, List.of("running"), "cancelled")) {
      jdbc.sql("update bulk_row set outcome = 'left' where job_id = :job and outcome = 'waiting'")
          .param("job", id)
          .update();
      note(id, "cancelled", Map.of(), actor);
    }
  }

  /** Takes the whole job back, but for losses that have moved on; a second time changes nothing. */
  public BulkJob undo(long id, Actor actor) {
    actor.require(Permission.DECIDE);
    var job = reading.one(id);
    if (job.memberId() != actor.member()) {
      throw new Refused("bulk.refused.other", job.member());
    }
    transaction.executeWithoutResult(
        tx -> {
          if (store.turn(id, List.of("done", "cancelled"), "undoing")) {
            note(id, "undone", Map.of("rows", job.done()), actor);
          }
        });
    return work(id, job.done());
  }

  private void note(long job, String what, Map<String, ?> detail, Actor actor) {
    audit.note(actor, "bulk." + what, "bulk_job", job, detail);
  }

  @EventListener
  @Transactional
  void forget(CustomerErased erased) {
    jdbc.sql(FORGET).param("customer", erased.customer().value()).update();
  }
}
