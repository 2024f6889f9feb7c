package dev.winback.lapse;

import dev.winback.staff.Role;
import dev.winback.staff.Seniority;
import java.util.Set;

/**
 * A member who could get a loss: his open losses against his capacity of calls a day, whether he
 * has it already, and what stands against it.
 */
public record Candidate(
    String login,
    String name,
    Role role,
    Seniority seniority,
    int capacity,
    long open,
    boolean has,
    Set<AssignmentRule> against) {}
