package dev.winback.weekly;

import java.time.LocalDate;

/**
 * The letter of one manager that is to leave now; {@code week} is the Monday on which it leaves.
 */
public record DueWeekly(long member, LocalDate week, String login, String name, String email) {}
