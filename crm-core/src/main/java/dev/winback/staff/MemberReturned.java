package dev.winback.staff;

/** The retirement was taken back: what nobody has touched since is his again. */
public record MemberReturned(MemberId member, Actor actor) {}
