package dev.winback.letter;

import java.util.List;

/** These letters have been taken by their receivers. */
public record LettersSent(List<LetterId> letters) {}
