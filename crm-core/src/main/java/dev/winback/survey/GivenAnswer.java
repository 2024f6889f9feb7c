package dev.winback.survey;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One answer with its question and survey; {@code member} wrote it down, or the customer alone. */
public record GivenAnswer(
    long invitation,
    long survey,
    String title,
    String kind,
    OffsetDateTime answeredAt,
    @Nullable String member,
    String ref,
    String customer,
    String question,
    String questionKind,
    String answer) {}
