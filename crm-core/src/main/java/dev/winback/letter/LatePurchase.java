package dev.winback.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A purchase that was made before a letter left and came to be known after it. */
public record LatePurchase(Instant boughtAt, Instant toldAt) {

  static @Nullable LatePurchase of(ResultSet row) throws SQLException {
    var bought = row.getObject("late_bought_at", OffsetDateTime.class);
    var told = row.getObject("late_told_at", OffsetDateTime.class);
    return bought == null ? null : new LatePurchase(bought.toInstant(), told.toInstant());
  }
}
