package dev.winback.shared;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.util.ByteBufferByteStreamWriter;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** PostgreSQL's COPY on the connection of the running transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Copy {

  private final DataSource dataSource;
  private final SQLExceptionTranslator translator = new SQLStateSQLExceptionTranslator();

  Copy(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** What is done with the rows of a copy. */
  @FunctionalInterface
  public interface Reader {
    void read(BinaryColumns rows) throws SQLException;
  }

  /** {@code copy x (…) from stdin (format binary)}; the number of rows. */
  public long in(String sql, BinaryRows rows) {
    try {
      return manager().copyIn(sql, new ByteBufferByteStreamWriter(rows.finished()));
    } catch (SQLException e) {
      throw translated(sql, e);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /**
   * {@code copy (select …) to stdout (format binary)}; a reader that stops early stops the copy.
   */
  public void out(String sql, Reader reader) {
    try {
      var copy = manager().copyOut(sql);
      try {
        reader.read(new BinaryColumns(copy));
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    } catch (SQLException e) {
      throw translated(sql, e);
    }
  }

  private CopyManager manager() throws SQLException {
    return DataSourceUtils.getConnection(dataSource).unwrap(PGConnection.class).getCopyAPI();
  }

  private RuntimeException translated(String sql, SQLException e) {
    var translated = translator.translate("copy", sql, e);
    return translated == null ? new IllegalStateException(e) : translated;
  }
}
