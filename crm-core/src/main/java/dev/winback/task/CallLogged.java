package dev.winback.task;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.LapseId;
import dev.winback.staff.MemberId;

/** A call was logged with all that follows from it, in the same transaction. */
public record CallLogged(long call, LapseId lapse, CustomerId customer, MemberId member) {}
