package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks the gate anew about confirmations that wait: the address was mended, the rung is on again.
 */
@Component
class HeldConfirmations {

  private static final String ASK = Sql.of(HeldConfirmations.class, "agreed-ask.sql");

  private final JdbcClient jdbc;
  private final Gate gate;
  private final BusinessClock clock;

  HeldConfirmations(JdbcClient jdbc, Gate gate, BusinessClock clock) {
    this.jdbc = jdbc;
    this.gate = gate;
    this.clock = clock;
  }

  /** The number that waits for a reason still. */
  int judge() {
    var now = clock.instant();
    var asked =
        jdbc
            .sql(ASK)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("fresh", now.minus(Confirmations.FRESH).atOffset(ZoneOffset.UTC))
            .query((row, n) -> row.getObject(1, Long.class))
            .list()
            .stream()
            .filter(Objects::nonNull)
            .toArray(Long[]::new);
    return asked.length == 0 ? 0 : gate.hold("", asked);
  }
}
