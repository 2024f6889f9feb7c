package dev.winback.grant;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.LapseId;

/** An offer for a loss was asked for, decided, given, answered or taken back. */
public record GrantChanged(GrantId grant, LapseId lapse, CustomerId customer, GrantState state) {}
