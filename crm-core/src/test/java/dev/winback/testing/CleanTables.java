package dev.winback.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Puts all tables back to what the migrations left, and the movable clock to its start. */
public class CleanTables implements BeforeEachCallback {

  private static final String DEADLOCK = "40P01";
  private static final int TRIES = 5;
  private static final Set<String> REMEMBERED = ConcurrentHashMap.newKeySet();

  @Override
  public void beforeEach(ExtensionContext context) throws SQLException {
    var spring = SpringExtension.getApplicationContext(context);
    try (var connection = spring.getBean(DataSource.class).getConnection();
        var statement = connection.createStatement()) {
      if (REMEMBERED.add(connection.getMetaData().getURL())) {
        remember(connection, statement);
      }
      restoreInTurn(connection, statement);
    }
    spring
        .getBeanProvider(MovableClock.class)
        .ifAvailable(clock -> clock.setDay(MovableClock.START));
  }

  private static void remember(Connection connection, Statement statement) throws SQLException {
    statement.execute("create schema if not exists as_migrated");
    for (var table : tables(connection, "public")) {
      statement.execute(
          "create table if not exists as_migrated." + table + " as table public." + table);
    }
  }

  /** Work of the test before may still be ending in the background: whoever is in its way waits. */
  private static void restoreInTurn(Connection connection, Statement statement)
      throws SQLException {
    for (int tries = 1; ; tries++) {
      try {
        restore(connection, statement);
        return;
      } catch (SQLException e) {
        if (tries == TRIES || !DEADLOCK.equals(e.getSQLState())) {
          throw e;
        }
      }
    }
  }

  private static void restore(Connection connection, Statement statement) throws SQLException {
    statement.execute("set session_replication_role = replica");
    statement.execute(
        "truncate "
            + String.join(", ", tables(connection, "public"))
            + " restart identity cascade");
    for (var table : tables(connection, "as_migrated")) {
      var columns = String.join(", ", columns(connection, table));
      statement.execute(
          "insert into public.%1$s (%2$s) overriding system value select %2$s from as_migrated.%1$s"
              .formatted(table, columns));
    }
    statement.execute("set session_replication_role = origin");
    continueKeys(connection, statement);
  }

  /** Rows that migrations left have keys already: new ones come after them. */
  private static void continueKeys(Connection connection, Statement statement) throws SQLException {
    for (var next :
        names(
            connection,
            """
            select format('select setval(pg_get_serial_sequence(%L, %L), max(%I)) from public.%I having max(%I) is not null',
                          'public.' || table_name, column_name, column_name, table_name, column_name)
            from information_schema.columns
            where table_schema = 'public' and is_identity = 'YES'
              and table_name in (select tablename from pg_tables where schemaname = 'as_migrated')
            """)) {
      statement.execute(next);
    }
  }

  private static List<String> tables(Connection connection, String schema) throws SQLException {
    return names(
        connection,
        "select quote_ident(tablename) from pg_tables where schemaname = '"
            + schema
            + "' and tablename not like 'flyway%' and tablename not like 'staging%'");
  }

  private static List<String> columns(Connection connection, String table) throws SQLException {
    return names(
        connection,
        "select quote_ident(column_name) from information_schema.columns where table_schema = 'public'"
            + " and quote_ident(table_name) = '"
            + table
            + "' and is_generated = 'NEVER'");
  }

  private static List<String> names(Connection connection, String sql) throws SQLException {
    var names = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
