package dev.winback.task;

import dev.winback.shared.Sentence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person needs before and during a call; {@code form} makes sending it twice one call. */
public record Card(
    TaskRow task,
    CardFacts facts,
    List<Sentence> signals,
    List<StoryItem> story,
    @Nullable String draft,
    @Nullable Instant savedAt,
    String form) {}
