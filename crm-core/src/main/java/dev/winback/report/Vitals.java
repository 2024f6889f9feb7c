package dev.winback.report;

import dev.winback.shared.Sql;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an operator is woken by: letters that wait or are in doubt, the last night, what shops and
 * other systems do not get, the audit. Moments are in seconds since 1970, spans in seconds.
 */
@Service
public class Vitals {

  private static final String NOW = Sql.of(Vitals.class, "vitals.sql");

  private final JdbcClient jdbc;

  Vitals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Each by its name in the statement. */
  @Transactional(readOnly = true)
  public Map<String, Double> now() {
    var row = jdbc.sql(NOW).query().singleRow();
    var numbers = new TreeMap<String, Double>();
    row.forEach((name, value) -> numbers.put(name, ((Number) value).doubleValue()));
    return numbers;
  }
}
