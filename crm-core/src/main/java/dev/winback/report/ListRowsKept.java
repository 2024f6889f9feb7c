package dev.winback.report;

import jakarta.persistence.EntityManager;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Each transaction leaves the rows of the lists as true as the tables that it wrote: they are made
 * anew at its very end, whoever wrote and however, so that no writer has to think of them.
 */
@Component
class ListRowsKept implements TransactionExecutionListener {

  private final ListRows rows;
  private final EntityManager entities;
  private final HibernateJpaDialect dialect = new HibernateJpaDialect();

  ListRowsKept(ListRows rows, EntityManager entities) {
    this.rows = rows;
    this.entities = entities;
  }

  @Override
  public void beforeCommit(TransactionExecution transaction) {
    if (!transaction.isReadOnly()) {
      flush();
      rows.settleTouched();
    }
  }

  /** What the commit would do a moment later, with the same refusals. */
  private void flush() {
    try {
      entities.flush();
    } catch (RuntimeException e) {
      var known = dialect.translateExceptionIfPossible(e);
      throw known == null ? e : known;
    }
  }
}
