package dev.winback.letter;

import dev.winback.shared.Hours;
import dev.winback.shared.Settings;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says beside every "so many get it" when they do: a count of letters is no promise. */
@Service
@Transactional(readOnly = true)
public class SendingTimes {

  private final JdbcClient jdbc;
  private final Hours hours;

  SendingTimes(JdbcClient jdbc, Settings settings) {
    this.jdbc = jdbc;
    hours = settings.mail().hours();
  }

  /** Of a rung, or with null of all of them. */
  public SendingTime of(@Nullable Integer rung, Actor actor) {
    actor.require(Permission.READ_LADDER);
    return jdbc.sql(
            """
            select firm.sending_stopped, r.paused_at is not null as rung_stopped, sending.weekdays, sending.daily_cap,
                   r.daily_cap as rung_cap
              from firm cross join sending left join rung r on r.number = :rung
            """)
        .param("rung", rung)
        .query((row, n) -> time(row))
        .single();
  }

  private SendingTime time(ResultSet row) throws SQLException {
    return new SendingTime(
        row.getBoolean("sending_stopped"),
        row.getBoolean("rung_stopped"),
        hours,
        row.getBoolean("weekdays"),
        row.getObject("daily_cap", Integer.class),
        row.getObject("rung_cap", Integer.class));
  }
}
