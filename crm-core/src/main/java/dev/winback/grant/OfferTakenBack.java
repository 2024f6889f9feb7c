package dev.winback.grant;

import dev.winback.lapse.LapseId;

/** An offer that was given, not by a call, did not reach the customer after all. */
public record OfferTakenBack(GrantId offer, LapseId lapse) {}
