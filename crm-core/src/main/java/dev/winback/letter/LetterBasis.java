package dev.winback.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Why a letter was allowed when it was announced; the moment is that of a consent. */
public record LetterBasis(String code, @Nullable Instant consentAt) {

  static @Nullable LetterBasis of(ResultSet row) throws SQLException {
    var code = row.getString("basis");
    var at = row.getObject("consent_at", OffsetDateTime.class);
    return code == null ? null : new LetterBasis(code, at == null ? null : at.toInstant());
  }
}
