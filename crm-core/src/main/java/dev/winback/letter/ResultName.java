package dev.winback.letter;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A customer behind a number of the results: his letter, and what he bought first after it. */
public record ResultName(
    LetterId letter,
    int rung,
    String ref,
    String name,
    Instant since,
    @Nullable Instant boughtAt,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable String credit,
    @Nullable String coupon,
    boolean used) {

  static ResultName of(ResultSet row) throws SQLException {
    return new ResultName(
        new LetterId(row.getLong("id")),
        row.getInt("rung"),
        row.getString("ref"),
        row.getString("display_name"),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        instant(row),
        row.getBigDecimal("amount"),
        row.getString("currency"),
        row.getString("credit"),
        row.getString("coupon"),
        row.getObject("redeemed_at") != null);
  }

  private static @Nullable Instant instant(ResultSet row) throws SQLException {
    var at = row.getObject("purchased_at", OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
