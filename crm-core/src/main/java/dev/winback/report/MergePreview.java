package dev.winback.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two records side by side: the one that would stay, the other, what would change in the first one,
 * what would move, and the consequences as keys of sentences.
 */
public record MergePreview(
    CustomerFacts kept,
    CustomerFacts other,
    Map<String, @Nullable Object> changes,
    MergeMoves moves,
    List<String> consequences) {}
