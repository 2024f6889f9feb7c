package dev.winback.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.util.ByteBufferByteStreamWriter;
import org.springframework.jdbc.UncategorizedSQLException;
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

  /** The same for as many rows as there may be, written while they are copied; their number. */
  public long in(String sql, Consumer<BinaryRows> writer) {
    return execute(
        manager -> {
          var copy = manager.copyIn(sql);
          try {
            var rows = new BinaryRows(ready -> send(copy, ready));
            writer.accept(rows);
            send(copy, rows.finished());
            return copy.endCopy();
          } finally {
            if (copy.isActive()) {
              copy.cancelCopy();
            }
          }
        });
  }

  private static void send(CopyIn copy, ByteBuffer rows) {
    try {
      copy.writeToCopy(rows.array(), rows.position(), rows.remaining());
    } catch (SQLException e) {
      throw new UncategorizedSQLException("copy", null, e);
    }
  }

  /**
   * {@code copy (select …) to stdout (format binary)}; a reader that stops early stops the copy.
   */
  public void out(String sql, Reader reader) {
    execute(
        manager -> {
          var copy = manager.copyOut(sql);
          try {
            reader.read(new BinaryColumns(copy));
          } finally {
            if (copy.isActive()) {
              copy.cancelCopy();
            }
          }
          return copy.getHandledRowCount();
        });
  }

  @FunctionalInterface
  private interface Work {
    long with(CopyManager manager) throws SQLException;
  }

  private long execute(Work work) {
    ConnectionCallback<Long> callback = connection -> work.with(manager(connection));
    return Objects.requireNonNull(jdbc.execute(callback));
  }

  private static CopyManager manager(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }
}
