package dev.winback.script;

/** A script with its text in force; {@code version} counts the firm's changes, 0: as shipped. */
public record Script(String code, Content content, int version, boolean shipped) {}
