package dev.winback.staff;

/** A key just made; the token is told this once and never again. */
public record MadeKey(long id, String name, String token) {}
