package dev.winback.survey;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One survey with its figures: how many were invited, written to, and have answered. */
public record Survey(
    long id,
    String kindCode,
    String title,
    String intro,
    String thanks,
    @Nullable OffsetDateTime closedAt,
    long version,
    long invited,
    long written,
    long answered) {

  public SurveyKind kind() {
    return SurveyKind.ofCode(kindCode);
  }

  public boolean closed() {
    return closedAt != null;
  }
}
