package dev.winback.alarm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.RowMapper;

/** Rows of {@code list.sql}. */
class AlarmRowReader implements RowMapper<AlarmRow> {

  @Override
  public AlarmRow mapRow(ResultSet row, int number) throws SQLException {
    return new AlarmRow(
        row.getLong("id"),
        row.getString("fact"),
        row.getObject("raised_at", OffsetDateTime.class),
        row.getString("ref"),
        row.getString("customer"),
        row.getObject("lapse", Long.class),
        row.getObject("severity", Integer.class),
        row.getObject("satisfaction", Integer.class),
        row.getString("words"),
        row.getString("owner"),
        row.getString("assignee"),
        seen(row),
        row.getBoolean("seen"),
        row.getObject("taken_back_at", OffsetDateTime.class),
        row.getString("note"));
  }

  private static List<AlarmSeen> seen(ResultSet row) throws SQLException {
    var members = (String[]) row.getArray("seen_by").getArray();
    var moments = (Timestamp[]) row.getArray("seen_at").getArray();
    return IntStream.range(0, members.length)
        .mapToObj(i -> new AlarmSeen(members[i], moments[i].toInstant().atOffset(ZoneOffset.UTC)))
        .toList();
  }
}
