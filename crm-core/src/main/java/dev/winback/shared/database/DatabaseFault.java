package dev.winback.shared.database;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A database that does not answer, or that does not let the program in, in one sentence. */
public final class DatabaseFault {

  /** No connection, wrong login, no such database, starting or stopping, too many connections. */
  private static final Pattern NOT_IN = Pattern.compile("08.*|28.*|3D000|57P0[123]|53300");

  private DatabaseFault() {}

  /** Null: the database is there, and this is something else. */
  public static @Nullable String sentence(Throwable failure) {
    return failure instanceof SQLException fault
            && fault.getSQLState() != null
            && NOT_IN.matcher(fault.getSQLState()).matches()
        ? "The database cannot be used: "
            + words(fault)
            + " DATABASE_URL, or spring.datasource.url, .username and .password, says which one it is and who asks."
        : null;
  }

  private static String words(SQLException fault) {
    var line = String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
    var host =
        fault.getCause() instanceof UnknownHostException unknown
            ? " There is no host " + unknown.getMessage() + "."
            : "";
    return (line.endsWith(".") ? line : line + ".") + host;
  }
}
