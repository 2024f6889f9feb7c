package dev.winback.offer;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed for a loss: the kind, its discount in percent, what it costs in the firm's
 * currency (null: not known), and whether it is more than a rep may grant.
 */
public record Proposal(
    String kind, Shape shape, int percent, @Nullable BigDecimal cost, boolean asks) {}
