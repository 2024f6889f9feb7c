package dev.winback.staff;

/** What signing in needs to know of a member. */
public record Login(String login, String passwordHash, boolean active, Role role) {}
