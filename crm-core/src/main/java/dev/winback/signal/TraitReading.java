package dev.winback.signal;

import dev.winback.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what people have told the program of the customers of one fold; few have anything. */
@Component
class TraitReading {

  private static final String KINDS = Sql.of(TraitReading.class, "traits-kinds.sql");
  private static final String LIMITS = Sql.of(TraitReading.class, "traits-limits.sql");
  private static final String DISMISSALS = Sql.of(TraitReading.class, "traits-dismissals.sql");
  private static final String MOMENTS = Sql.of(TraitReading.class, "traits-moments.sql");
  private static final String FRAGILE = Sql.of(TraitReading.class, "traits-fragile.sql");

  private final JdbcClient jdbc;

  TraitReading(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @FunctionalInterface
  private interface Telling {
    Traits tell(Traits known, ResultSet row) throws SQLException;
  }

  Map<Long, Traits> of(FoldScope scope) {
    var traits = new HashMap<Long, Traits>();
    read(KINDS, scope, traits, (known, row) -> known.ofKind(row.getString("kind")));
    read(LIMITS, scope, traits, TraitReading::patience);
    read(DISMISSALS, scope, traits, TraitReading::dismissal);
    read(MOMENTS, scope, traits, TraitReading::moment);
    read(FRAGILE, scope, traits, TraitReading::fragile);
    return traits;
  }

  private void read(String sql, FoldScope scope, Map<Long, Traits> traits, Telling telling) {
    jdbc.sql(scope.in(sql))
        .params(scope.params())
        .query(
            row -> {
              var customer = row.getLong("customer_id");
              var known = traits.getOrDefault(customer, Traits.NONE);
              traits.put(customer, telling.tell(known, row));
            });
  }

  private static Traits patience(Traits known, ResultSet row) throws SQLException {
    return known.silentFor(
        row.getInt("silence"),
        row.getObject("quiet_until", LocalDate.class),
        row.getBoolean("every_year"));
  }

  private static Traits dismissal(Traits known, ResultSet row) throws SQLException {
    var kind = SignalKind.ofCode(row.getString("kind"));
    return known.without(kind, row.getObject("since", LocalDate.class));
  }

  private static Traits moment(Traits known, ResultSet row) throws SQLException {
    return known.and(
        new Traits.Moment(row.getObject("day", LocalDate.class), row.getString("title")));
  }

  private static Traits fragile(Traits known, ResultSet row) throws SQLException {
    return known.fragileUntil(
        row.getObject("until", LocalDate.class), row.getBigDecimal("late_share"));
  }
}
