package dev.winback.testing;

import java.util.Locale;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.SqlProvider;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a test writes into tables itself is a transaction like that of a front door, so that what
 * every transaction does at its end is done.
 */
class TestJdbc extends JdbcTemplate {

  private final ObjectProvider<PlatformTransactionManager> transactions;

  TestJdbc(DataSource data, ObjectProvider<PlatformTransactionManager> transactions) {
    super(data);
    this.transactions = transactions;
  }

  @Override
  protected int update(PreparedStatementCreator creator, @Nullable PreparedStatementSetter setter) {
    return inTransaction(creator, () -> super.update(creator, setter));
  }

  @Override
  public <T> @Nullable T query(
      PreparedStatementCreator creator,
      @Nullable PreparedStatementSetter setter,
      ResultSetExtractor<T> extractor) {
    return inTransaction(creator, () -> super.query(creator, setter, extractor));
  }

  private <T> T inTransaction(PreparedStatementCreator creator, Supplier<T> work) {
    return TransactionSynchronizationManager.isActualTransactionActive() || !writes(creator)
        ? work.get()
        : new TransactionTemplate(transactions.getObject()).execute(status -> work.get());
  }

  private static boolean writes(PreparedStatementCreator creator) {
    return creator instanceof SqlProvider provider
        && String.valueOf(provider.getSql())
            .toLowerCase(Locale.ROOT)
            .matches("(?s).*\\b(insert|update|delete)\\b.*");
  }
}
