package dev.winback.value;

import dev.winback.shared.Sql;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Draws the customers on whom the models are fitted: all, or a half, a quarter … of them. */
@Component
class Sample {

  private static final String DRAW = Sql.of(Sample.class, "sample.sql");

  /** More say nothing new: parameters are certain to a percent. */
  static final int MOST = 30_000;

  private final JdbcClient jdbc;
  private final Days days;

  Sample(JdbcClient jdbc, Days days) {
    this.jdbc = jdbc;
    this.days = days;
  }

  /** Halved until it is small enough, so that it stays the same while a firm grows. */
  double share() {
    return share(jdbc.sql("select count(*) from customer").query(Long.class).single());
  }

  static double share(long customers) {
    double share = 1;
    while (customers * share > MOST) {
      share /= 2;
    }
    return share;
  }

  /** Who bought up to this day, in the order of keys. */
  List<Sampled> draw(double share, LocalDate until) {
    var kinds = new LinkedHashMap<Long, @Nullable String>();
    jdbc.sql(DRAW)
        .param("share", share)
        .query(
            row -> {
              kinds.put(row.getLong("id"), row.getString("kind"));
            });
    return days.of(List.copyOf(kinds.keySet()), until).entrySet().stream()
        .map(bought -> sampled(bought, kinds))
        .toList();
  }

  private static Sampled sampled(
      Map.Entry<Long, PurchaseDays> bought, Map<Long, @Nullable String> kinds) {
    return new Sampled(kinds.get(bought.getKey()), bought.getValue());
  }
}
