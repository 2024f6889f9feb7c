package dev.winback.staff;

/** The member works here no longer: what was given to him goes to others. */
public record MemberRetired(MemberId member) {}
