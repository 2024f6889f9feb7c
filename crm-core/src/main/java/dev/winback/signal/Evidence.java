package dev.winback.signal;

import java.time.LocalDate;
import java.util.Map;

/**
 * Why a signal holds: since when, from which day on it means a lost customer, and figures that stay
 * the same while it holds.
 */
record Evidence(
    SignalKind kind, LocalDate since, LocalDate lostFrom, Map<String, Object> figures) {}
