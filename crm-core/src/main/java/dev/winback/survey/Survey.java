package dev.winback.survey;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One survey with its figures: how many were invited, written to, and have answered; after how many
 * days it is asked again by itself, of how many, next on which day (null: it is not), and for how
 * many days nobody is invited again.
 */
public record Survey(
    long id,
    String kindCode,
    String title,
    String intro,
    String thanks,
    @Nullable OffsetDateTime closedAt,
    long version,
    OffsetDateTime createdAt,
    @Nullable Integer repeatDays,
    @Nullable Integer repeatMost,
    @Nullable LocalDate repeatOn,
    int restDays,
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
