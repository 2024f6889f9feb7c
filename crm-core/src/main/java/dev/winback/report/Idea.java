package dev.winback.report;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said about what keeps customers or drives them away: by a customer in a survey
 * ({@code survey}), about his loss ({@code loss}), or by one of our people ({@code staff}).
 */
public record Idea(
    String anchor,
    String source,
    OffsetDateTime at,
    String words,
    @Nullable String question,
    @Nullable String member,
    String ref,
    String customer,
    @Nullable Long lapse) {}
