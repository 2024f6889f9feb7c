package dev.winback.letter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each rung brought that has sent or kept back, the letter of repentance as rung 0, and all of
 * them together, letter by letter (null before the first letter); {@code beside} are the letters
 * beside the ladder that invite, of which every purchase within their 60 days is told.
 */
public record LadderResults(
    List<RungResult> rungs, @Nullable RungResult together, List<RungResult> beside) {}
