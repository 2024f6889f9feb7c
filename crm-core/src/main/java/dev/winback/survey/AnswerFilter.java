package dev.winback.survey;

import org.jspecify.annotations.Nullable;

/** Which answers of a survey a list shows: all, or with {@code low=true} those that alarm. */
public record AnswerFilter(long survey, @Nullable Boolean low) {}
