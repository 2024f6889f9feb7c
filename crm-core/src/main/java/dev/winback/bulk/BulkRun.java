package dev.winback.bulk;

import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.shared.Sentence;
import dev.winback.staff.NotAllowed;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works a job off: each loss is one transaction with its mark, so that a killed job goes on where
 * it was and does nothing twice, and one that a rule forbids stops no other.
 */
@Component
class BulkRun {

  private static final Logger LOG = LoggerFactory.getLogger(BulkRun.class);
  private static final int BATCH = 50;
  private static final int TRIES = 3;

  private final BulkStore store;
  private final BulkActs acts;
  private final TransactionTemplate transaction;

  BulkRun(BulkStore store, BulkActs acts, PlatformTransactionManager transactions) {
    this.store = store;
    this.acts = acts;
    transaction = new TransactionTemplate(transactions);
  }

  /** Until it is over, is stopped, or the program closes. */
  void work(long job, Way way, BooleanSupplier closing) {
    BulkActs.Act act;
    try {
      act = acts.of(job);
    } catch (NotFound memberHasLeft) {
      store.end(job, way, "cancelled");
      return;
    }
    while (!closing.getAsBoolean() && store.goOn(job, way)) {
      var rows = store.next(job, way, BATCH);
      if (rows.isEmpty()) {
        store.end(job, way, way.end());
        return;
      }
      work(job, rows, act, way);
    }
  }

  private void work(long job, List<BulkStore.Row> rows, BulkActs.Act act, Way way) {
    for (var row : rows) {
      try {
        one(job, row, act, way);
      } catch (Refused refused) {
        store.mark(job, row, way, refused.sentence());
      } catch (NotFound gone) {
        store.mark(job, row, way, Sentence.of("bulk.why.gone"));
      } catch (NotAllowed no) {
        store.mark(job, row, way, Sentence.of("bulk.why.not-allowed"));
      } catch (ConcurrencyFailureException busy) {
        store.mark(job, row, way, Sentence.of("bulk.why.busy"));
      } catch (DataAccessResourceFailureException | CannotCreateTransactionException away) {
        throw away;
      } catch (RuntimeException fault) {
        // left as it is, the row would be the next one for ever, and no job after it would begin
        LOG.error("bulk job {}: loss {} failed", job, row.lapse().value(), fault);
        store.mark(job, row, way, Sentence.of("bulk.why.failed"));
      }
    }
  }

  /** Somebody else may be working on the same loss: once more. */
  private void one(long job, BulkStore.Row row, BulkActs.Act act, Way way) {
    for (int tries = 1; ; tries++) {
      try {
        transaction.executeWithoutResult(tx -> markAndAct(job, row, act, way));
        return;
      } catch (ConcurrencyFailureException busy) {
        if (tries == TRIES) {
          throw busy;
        }
      }
    }
  }

  private void markAndAct(long job, BulkStore.Row row, BulkActs.Act act, Way way) {
    if (!store.mark(job, row, way, null)) {
      return;
    }
    if (way == Way.UNDO) {
      acts.takeBack(act, row);
    } else {
      store.keep(job, row, acts.perform(act, row.lapse()));
    }
  }
}
