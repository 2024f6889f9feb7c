package dev.winback.letter;

/** What the undo of a release found: letters that wait again, and those that had already left. */
public record TakenBack(int waiting, int left) {}
