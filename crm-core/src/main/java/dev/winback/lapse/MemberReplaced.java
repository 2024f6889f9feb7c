package dev.winback.lapse;

import dev.winback.staff.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Who left has no customer and no open loss any more: his open tasks follow them. Promises that
 * would have nobody go to the keeper, who is null in a firm without any manager.
 */
public record MemberReplaced(long handover, MemberId leaver, @Nullable MemberId keeper) {}
