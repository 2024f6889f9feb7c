package dev.winback.staff;

import org.jspecify.annotations.Nullable;

/**
 * The member works here no longer: what was given to him goes to others, to the heir first; without
 * one his customers are shared among the reps.
 */
public record MemberRetired(MemberId member, @Nullable MemberId heir, Actor actor) {}
