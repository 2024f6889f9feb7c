package dev.winback.letter;

/** Letters that one press let go; the number of the press is what its undo takes back. */
public record Released(long release, int letters) {}
