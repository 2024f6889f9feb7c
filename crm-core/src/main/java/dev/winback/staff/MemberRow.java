package dev.winback.staff;

import org.jspecify.annotations.Nullable;

/** A member in a list or a menu. */
public record MemberRow(
    MemberId id, String login, String name, @Nullable String email, Role role, boolean active) {}
