package dev.winback.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.SimplePropertyRowMapper;

/**
 * A row becomes a record without asking for columns that are not there: the driver answers each
 * such question with an exception, which took a third of the lost list's page when each field of
 * each row asked for its Java name first.
 */
class RecordRowsTest {

  private record Bought(String customerRef, int daysSince, String city) {}

  private static final List<String> COLUMNS = List.of("customer_ref", "days_since", "city");
  private static final List<Object> VALUES = List.of("K-1", 121, "Lyon");

  private final List<String> missed = new ArrayList<>();

  @Test
  void noColumnIsAskedForThatIsNotThere() throws SQLException {
    var bought = new SimplePropertyRowMapper<>(Bought.class).mapRow(row(), 0);
    assertThat(bought).isEqualTo(new Bought("K-1", 121, "Lyon"));
    assertThat(missed).isEmpty();
  }

  private ResultSet row() {
    return proxy(
        ResultSet.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "findColumn" -> found((String) arguments[0]);
              case "getString", "getInt", "getObject" -> VALUES.get((int) arguments[0] - 1);
              case "wasNull" -> false;
              case "getMetaData" -> noneLeft();
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  /** Columns that no field of the record has taken. */
  private static ResultSetMetaData noneLeft() {
    return proxy(ResultSetMetaData.class, (proxy, method, arguments) -> 0);
  }

  private static <T> T proxy(Class<T> type, InvocationHandler answers) {
    return type.cast(
        Proxy.newProxyInstance(
            RecordRowsTest.class.getClassLoader(), new Class<?>[] {type}, answers));
  }

  private int found(String column) throws SQLException {
    int place = COLUMNS.indexOf(column);
    if (place < 0) {
      missed.add(column);
      throw new SQLException("no column " + column);
    }
    return place + 1;
  }
}
