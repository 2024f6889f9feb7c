package dev.winback.why;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.LapseId;

/**
 * Something was told of a loss, corrected or taken back, within the same transaction; what is known
 * now is the current finding.
 */
public record FindingTold(LapseId lapse, CustomerId customer) {}
