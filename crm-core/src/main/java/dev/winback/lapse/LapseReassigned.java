package dev.winback.lapse;

import dev.winback.staff.MemberId;
import org.jspecify.annotations.Nullable;

/** The lapse has another assignee, or none: open tasks of the one before are not his any more. */
public record LapseReassigned(LapseId lapse, @Nullable MemberId assignee) {}
