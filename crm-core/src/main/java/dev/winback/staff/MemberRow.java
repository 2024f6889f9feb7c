package dev.winback.staff;

import org.jspecify.annotations.Nullable;

/** A member in a list or a menu; capacity in calls a day, the deputy by his key. */
public record MemberRow(
    MemberId id,
    String login,
    String name,
    @Nullable String email,
    Role role,
    boolean active,
    Seniority seniority,
    int capacity,
    @Nullable String region,
    @Nullable Long deputy) {}
