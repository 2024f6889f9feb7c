package dev.winback.offer;

import java.math.BigDecimal;

/**
 * What somebody may grant without asking: discount in percent, cost of one offer and of all offers
 * of a month in the firm's currency (DEC-33).
 */
public record OfferLimits(int percent, BigDecimal money, BigDecimal month) {}
