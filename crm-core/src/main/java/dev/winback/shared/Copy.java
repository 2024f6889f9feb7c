package dev.winback.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.util.ByteBufferByteStreamWriter;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** PostgreSQL's COPY on the connection of the running transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Copy {

  private final JdbcTemplate jdbc;

  Copy(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** What is done with the rows of a copy. */
  @FunctionalInterface
  public interface Reader {
    void read(BinaryColumns rows) throws SQLException;
  }

  /** {@code copy x (…) from stdin (format binary)}. */
  public void in(String sql, BinaryRows rows) {
    execute(
        manager -> {
          try {
            return manager.copyIn(sql, new ByteBufferByteStreamWriter(rows.finished()));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /**
   * {@code copy (select …) to stdout (format binary)}. What a reader leaves is read to its end: a
   * cancel that comes too late would hit the statement that follows.
   */
  public void out(String sql, Reader reader) {
    execute(
        manager -> {
          var copy = manager.copyOut(sql);
          try {
            reader.read(new BinaryColumns(copy));
          } finally {
            while (copy.isActive() && copy.readFromCopy() != null) {
              // nobody wants it
            }
          }
          return copy.getHandledRowCount();
        });
  }

  @FunctionalInterface
  private interface Work {
    long with(CopyManager manager) throws SQLException;
  }

  private void execute(Work work) {
    ConnectionCallback<Long> callback = connection -> work.with(manager(connection));
    jdbc.execute(callback);
  }

  private static CopyManager manager(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }
}
