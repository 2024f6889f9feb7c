package dev.winback.task;

import java.math.BigDecimal;

/**
 * What one member did within some days (CAL-38): calls, talks, appointments and offers of them,
 * promises kept and broken, customers who returned to his credit with the money of their first
 * orders in the firm's currency, and his share of it (CAL-35).
 */
public record WorkRow(
    String login,
    String member,
    long calls,
    long talks,
    long appointments,
    long offers,
    long complaints,
    long kept,
    long broken,
    long returned,
    BigDecimal money,
    BigDecimal share) {}
