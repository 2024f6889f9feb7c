package dev.winback.lapse;

import dev.winback.customer.CustomerId;
import dev.winback.shared.Sql;
import dev.winback.signal.OwnLimits;
import dev.winback.staff.MemberId;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A false alarm that a person has seen teaches the customer's own limit; taken back, it has taught
 * nothing.
 */
@Component
class Teaching {

  private static final String FALSE_ALARMS = Sql.of(Teaching.class, "false-alarms.sql");
  private static final String TAUGHT = Sql.of(Teaching.class, "taught.sql");

  private final JdbcClient jdbc;
  private final OwnLimits limits;

  Teaching(JdbcClient jdbc, OwnLimits limits) {
    this.jdbc = jdbc;
    this.limits = limits;
  }

  private record Alarm(
      long id, long customerId, LocalDate silentSince, long closedBy, String why) {}

  private record Taught(long lapseId, long customerId) {}

  @EventListener
  void teach(LapsesClosed closed) {
    jdbc.sql(FALSE_ALARMS)
        .param("lapses", keys(closed.lapses()))
        .query(Alarm.class)
        .list()
        .forEach(
            alarm ->
                limits.falseAlarm(
                    new CustomerId(alarm.customerId()),
                    alarm.silentSince(),
                    alarm.id(),
                    alarm.why(),
                    new MemberId(alarm.closedBy())));
  }

  @EventListener
  void forget(LapsesReopened reopened) {
    jdbc.sql(TAUGHT)
        .param("lapses", keys(reopened.lapses()))
        .query(Taught.class)
        .list()
        .forEach(
            taught -> limits.forgetAlarm(new CustomerId(taught.customerId()), taught.lapseId()));
  }

  private static String keys(List<LapseId> lapses) {
    return Sql.array(lapses.stream().map(LapseId::value).toList());
  }
}
