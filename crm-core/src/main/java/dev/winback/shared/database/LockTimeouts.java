package dev.winback.shared.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/** Names the lock that was not got in time, which Spring takes for an unknown fault. */
final class LockTimeouts extends SQLExceptionSubclassTranslator {

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  @Override
  protected @Nullable DataAccessException doTranslate(
      String task, @Nullable String sql, SQLException wrong) {
    return LOCK_NOT_AVAILABLE.equals(wrong.getSQLState())
        ? new CannotAcquireLockException(buildMessage(task, sql, wrong), wrong)
        : super.doTranslate(task, sql, wrong);
  }
}
