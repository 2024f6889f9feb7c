package dev.winback.survey;

import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who answered a survey, when and how: {@code member} wrote it down, or nobody but the customer;
 * the answers stand by the number of their question.
 */
public record AnswerRow(
    long invitation,
    String ref,
    String customer,
    @Nullable Long lapse,
    OffsetDateTime answeredAt,
    @Nullable String member,
    boolean low,
    Map<String, String> answers) {

  public @Nullable String to(Question question) {
    return answers.get(Long.toString(question.id()));
  }
}
