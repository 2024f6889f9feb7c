package dev.winback.worth;

import dev.winback.shared.Sentence;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One of the four questions with its answer: the words of a person, else what the figures fill in.
 */
public record Answer(
    Question question,
    Sentence filledIn,
    @Nullable String words,
    @Nullable String by,
    @Nullable OffsetDateTime at) {}
