package dev.winback.importing;

import dev.winback.shared.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rejected row: the line it began on, the column at fault, what is wrong, the row as it came. */
public record ImportProblem(
    long line, @Nullable String column, Sentence sentence, List<String> cells) {}
