package dev.winback.campaign;

import java.time.Instant;

/**
 * A call to a customer of a campaign's list: by whom, when, what came of it, and whether it was a
 * talk.
 */
public record CampaignCall(
    long id,
    long lapse,
    String ref,
    String name,
    String member,
    Instant calledAt,
    String result,
    boolean talked) {}
