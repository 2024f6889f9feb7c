package dev.winback.task;

import dev.winback.staff.MemberId;

/** What a member has promised within some days: kept, broken, and still open. */
public record PromiseCount(MemberId member, long kept, long broken, long open) {}
