package dev.winback.alarm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Rows of {@code list.sql}. */
class AlarmRowReader implements RowMapper<AlarmRow> {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd MMM yyyy HH:mm", Locale.ENGLISH);

  private final ZoneId zone;

  AlarmRowReader(ZoneId zone) {
    this.zone = zone;
  }

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
        seenBy(seen(row)),
        seen(row),
        row.getBoolean("seen"),
        row.getObject("taken_back_at", OffsetDateTime.class),
        row.getString("note"));
  }

  /** In one line, as programs have always read it. */
  private @Nullable String seenBy(List<AlarmSeen> seen) {
    return seen.isEmpty()
        ? null
        : seen.stream()
            .map(one -> one.member() + ", " + MOMENT.format(one.at().atZoneSameInstant(zone)))
            .collect(Collectors.joining("; "));
  }

  private static List<AlarmSeen> seen(ResultSet row) throws SQLException {
    var members = (String[]) row.getArray("seen_by").getArray();
    var moments = (Timestamp[]) row.getArray("seen_at").getArray();
    return IntStream.range(0, members.length)
        .mapToObj(i -> new AlarmSeen(members[i], moments[i].toInstant().atOffset(ZoneOffset.UTC)))
        .toList();
  }
}
