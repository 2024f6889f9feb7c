package dev.winback.task;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Stage;
import dev.winback.shared.Zones;
import dev.winback.staff.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Rows of {@code queue.sql} as they look at one moment. */
record TaskRowReader(Instant now, LocalDate today, ZoneId firmZone, CallHours usual)
    implements RowMapper<TaskRow> {

  @Override
  public TaskRow mapRow(ResultSet row, int number) throws SQLException {
    var dueOn = row.getObject("due_on", LocalDate.class);
    var dueAt = instant(row, "due_at");
    return new TaskRow(
        new TaskId(row.getLong("id")),
        new LapseId(row.getLong("lapse_id")),
        new CustomerId(row.getLong("customer_id")),
        new MemberId(row.getLong("member_id")),
        row.getString("member"),
        TaskKind.ofCode(row.getString("kind")),
        dueOn,
        dueAt,
        row.getInt("attempt"),
        row.getString("aim"),
        row.getString("about"),
        row.getBigDecimal("weight"),
        row.getBigDecimal("gain"),
        row.getInt("planned"),
        row.getInt("made"),
        row.getString("place"),
        row.getString("currency"),
        Stage.valueOf(row.getString("stage")),
        row.getObject("silent_since", LocalDate.class),
        row.getString("ref"),
        row.getString("name"),
        row.getString("phone"),
        row.getString("phone_e164"),
        row.getString("city"),
        row.getBoolean("fragile"),
        dueOn.isBefore(today) || dueAt != null && dueAt.isBefore(now),
        window(row, dueOn, dueAt),
        now.atZone(zone(row)),
        bestHour(row),
        row.getString("offer"),
        row.getInt("offer_percent"));
  }

  private @Nullable BestHour bestHour(ResultSet row) throws SQLException {
    var calls = row.getArray("calls");
    return calls == null ? null : BestHour.of((Long[]) calls.getArray(), zone(row));
  }

  private ZoneId zone(ResultSet row) throws SQLException {
    return Zones.of(row.getString("time_zone"), firmZone);
  }

  private CallWindow window(ResultSet row, LocalDate dueOn, @Nullable Instant dueAt)
      throws SQLException {
    // an attempt that was carried over has already changed its day: any part will do
    var part = dueOn.isBefore(today) ? null : DayPart.ofCode(row.getString("part"));
    return CallWindow.at(
        now,
        new CallWindow.Wishes(
            zone(row),
            usual.asked(
                row.getObject("call_from", LocalTime.class),
                row.getObject("call_until", LocalTime.class)),
            instant(row, "last_called"),
            dueAt,
            part,
            instant(row, "leased_until"),
            calls(row) ? instant(row, "cap_until") : null,
            calls(row) ? row.getObject("not_before", LocalDate.class) : null,
            calls(row) && written(row.getString("preferred_channel"))));
  }

  /**
   * A promise is kept and a meeting is held by whatever way; a call out of the blue is not made.
   */
  private static boolean calls(ResultSet row) throws SQLException {
    var kind = TaskKind.ofCode(row.getString("kind"));
    return !kind.promised() && kind != TaskKind.DATA_CARE;
  }

  private static boolean written(@Nullable String channel) {
    return channel != null && !channel.equals("phone") && !channel.equals("sms");
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
