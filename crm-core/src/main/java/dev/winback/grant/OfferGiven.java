package dev.winback.grant;

import dev.winback.lapse.LapseId;
import java.time.LocalDate;

/** A customer has an offer, not by a call, and is asked on this day what he thinks of it. */
public record OfferGiven(GrantId offer, LapseId lapse, LocalDate answerBy) {}
