package dev.winback.task;

import dev.winback.customer.CustomerId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.signal.Signal;
import dev.winback.signal.SignalKind;
import dev.winback.signal.Signals;
import dev.winback.staff.MemberId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The checks of contact data that a day has room for after promises and calls. */
@Component
class Care {

  /** Checks of customers whom nobody owns that the managers have open together. */
  private static final int UNOWNED = 12;

  private static final int LONGEST = 200;

  private static final String FORGET = Sql.of(Care.class, "care-forget.sql");
  private static final String PLAN = Sql.of(Care.class, "care-plan.sql");
  private static final String DUE = Sql.of(Care.class, "care-due.sql");

  private final JdbcClient jdbc;
  private final Signals signals;
  private final WorkRules rules;
  private final BusinessClock clock;
  private final String currency;

  Care(JdbcClient jdbc, Signals signals, WorkRules rules, BusinessClock clock, Settings settings) {
    this.rules = rules;
    this.jdbc = jdbc;
    this.signals = signals;
    this.clock = clock;
    currency = settings.currency().getCurrencyCode();
  }

  int plan(LocalDate night) {
    var today = clock.today();
    var day = rules.days().onOrAfter(night.isBefore(today) ? today : night);
    int done = jdbc.sql(FORGET).param("day", day).update();
    return done
        + jdbc.sql(PLAN)
            .param("day", day)
            .param("zone", clock.getZone().getId())
            .param("unowned", UNOWNED)
            .update();
  }

  private record Due(
      long customerId,
      String ref,
      String name,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String city,
      @Nullable String country,
      BigDecimal weight,
      String currency) {}

  /** Those of the member, and of a manager those of nobody's customers besides. */
  List<CareRow> due(MemberId member, boolean everybodys, LocalDate due) {
    var rows =
        jdbc.sql(DUE)
            .param("member", member.value())
            .param("everybodys", everybodys)
            .param("due", due)
            .param("currency", currency)
            .param("limit", LONGEST)
            .query(Due.class)
            .list();
    var said =
        signals.of(
            rows.stream()
                .map(row -> new CustomerId(row.customerId()))
                .collect(Collectors.toUnmodifiableSet()));
    return rows.stream().flatMap(row -> row(row, said).stream()).toList();
  }

  private static Optional<CareRow> row(Due row, Map<CustomerId, List<Signal>> said) {
    var customer = new CustomerId(row.customerId());
    return said.getOrDefault(customer, List.of()).stream()
        .filter(signal -> signal.kind() == SignalKind.STALE_CONTACT)
        .findFirst()
        .map(
            signal ->
                new CareRow(
                    customer,
                    row.ref(),
                    row.name(),
                    row.phone(),
                    row.email(),
                    row.city(),
                    row.country(),
                    row.weight(),
                    row.currency(),
                    signal.why()));
  }
}
