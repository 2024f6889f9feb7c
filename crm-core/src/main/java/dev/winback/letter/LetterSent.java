package dev.winback.letter;

/** The receiver's server took the letter. */
public record LetterSent(LetterId letter) {}
