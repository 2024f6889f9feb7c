package dev.winback.task;

import dev.winback.script.Phrase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The short texts beside a call; the tip is another one with each task. */
public record CallTexts(
    List<Phrase> questions,
    List<Phrase> objections,
    List<Phrase> avoid,
    List<Phrase> anger,
    List<Phrase> compare,
    @Nullable Phrase tip) {}
