package dev.winback.staff;

/** Whom a token stands for. */
public record KnownKey(String login, Actor.Key key) {}
