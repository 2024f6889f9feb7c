package dev.winback.lapse;

import dev.winback.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A lapse in a list: members by login, the returning purchase by its own number. */
public record LapseRow(
    LapseId id,
    String ref,
    String customer,
    int number,
    Stage stage,
    LocalDate openedOn,
    String openedBy,
    LocalDate silentSince,
    @Nullable LocalDate lostOn,
    @Nullable String lostBy,
    boolean inherited,
    @Nullable String assignee,
    @Nullable String together,
    @Nullable String queueReason,
    @Nullable String overrideReason,
    Money valueYear,
    @Nullable String reason,
    boolean guess,
    @Nullable LocalDate laterUntil,
    @Nullable LocalDate lettersRestUntil,
    @Nullable LocalDate closedOn,
    @Nullable String closeReason,
    @Nullable LocalDate returnedOn,
    @Nullable LocalDate restoredOn,
    @Nullable LocalDate yearOn,
    boolean fragile,
    @Nullable String purchase,
    @Nullable String credit,
    long version) {

  static LapseRow of(ResultSet row, int n) throws SQLException {
    return new LapseRow(
        new LapseId(row.getLong("id")),
        row.getString("ref"),
        row.getString("display_name"),
        row.getInt("number"),
        Stage.valueOf(row.getString("stage")),
        row.getObject("opened_on", LocalDate.class),
        row.getString("opened_by"),
        row.getObject("silent_since", LocalDate.class),
        row.getObject("lost_on", LocalDate.class),
        row.getString("lost_by"),
        row.getBoolean("inherited"),
        row.getString("assignee"),
        row.getString("together"),
        row.getString("queue_reason"),
        row.getString("override_reason"),
        new Money(row.getBigDecimal("value_year"), row.getString("currency")),
        row.getString("reason"),
        row.getBoolean("guess"),
        row.getObject("later_until", LocalDate.class),
        row.getObject("letters_rest_until", LocalDate.class),
        row.getObject("closed_on", LocalDate.class),
        row.getString("close_reason"),
        row.getObject("returned_on", LocalDate.class),
        row.getObject("restored_on", LocalDate.class),
        row.getObject("year_on", LocalDate.class),
        row.getBoolean("fragile"),
        row.getString("purchase"),
        row.getString("credit"),
        row.getLong("version"));
  }
}
