package dev.winback.survey;

/** Somebody answered, or an answer was taken back, within the same transaction. */
public record SurveyAnswered(long invitation) {}
