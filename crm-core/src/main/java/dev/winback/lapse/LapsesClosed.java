package dev.winback.lapse;

import java.util.List;

/**
 * These lapses ended, by a return or by an exit: their open tasks and planned letters end with
 * them.
 */
public record LapsesClosed(List<LapseId> lapses) {}
