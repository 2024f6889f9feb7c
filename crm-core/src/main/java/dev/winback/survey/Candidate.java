package dev.winback.survey;

import org.jspecify.annotations.Nullable;

/** Somebody whom a survey could reach, and why it does not; no reason: he would be invited. */
public record Candidate(
    long customer, @Nullable Long lapse, String ref, String name, @Nullable String because) {}
