package dev.winback.signal;

import dev.winback.customer.CustomerId;
import dev.winback.shared.Money;
import dev.winback.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Reads stored signals back as sentences. */
@Component
class SignalReading {

  private static final String OF = Sql.of(SignalReading.class, "of.sql");
  private static final String STORED = Sql.of(SignalReading.class, "stored.sql");
  private static final String SHOWN = Sql.of(SignalReading.class, "shown.sql");
  private static final TypeReference<Map<String, Object>> FIGURES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  SignalReading(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Map<CustomerId, List<Signal>> of(Set<CustomerId> customers, LocalDate asOf) {
    var signals = new LinkedHashMap<CustomerId, List<Signal>>();
    jdbc.sql(OF)
        .param("ids", Sql.array(customers, CustomerId::value))
        .query(
            row -> {
              var customer = new CustomerId(row.getLong("customer_id"));
              signals.computeIfAbsent(customer, c -> new ArrayList<>()).add(signal(row, asOf));
            });
    return signals;
  }

  private Signal signal(ResultSet row, LocalDate asOf) throws SQLException {
    var figures = json.readValue(row.getString("evidence"), FIGURES);
    return Sentences.signal(
        SignalKind.ofCode(row.getString("kind")),
        row.getObject("since", LocalDate.class),
        row.getBoolean("weak"),
        row.getObject("last_purchase", LocalDate.class),
        asOf,
        figures);
  }

  /** The money a year of every customer who shows a loss, and from when he is lost by it. */
  Map<Long, Simulating.Loss> stored() {
    var stored = new HashMap<Long, Simulating.Loss>();
    jdbc.sql(STORED)
        .query(
            row -> {
              var year = new Money(row.getBigDecimal(2), row.getString(3));
              stored.put(
                  row.getLong(1), new Simulating.Loss(year, row.getObject(4, LocalDate.class)));
            });
    return stored;
  }

  /** Which signals of the fold these customers show; who shows none is not in the map. */
  Map<Long, Set<SignalKind>> shown(FoldScope scope) {
    var shown = new HashMap<Long, Set<SignalKind>>();
    jdbc.sql(scope.in(SHOWN))
        .params(scope.params())
        .param("kinds", FoldStore.ALL)
        .query(
            row -> {
              shown
                  .computeIfAbsent(row.getLong(1), c -> EnumSet.noneOf(SignalKind.class))
                  .add(SignalKind.ofCode(row.getString(2)));
            });
    return shown;
  }

  /** Of whom no loss is opened whatever their histories show: they left, died, were erased. */
  Set<Long> departed() {
    return new HashSet<>(
        jdbc.sql("select id from customer where status <> 'active' or erased_at is not null")
            .query(Long.class)
            .list());
  }
}
