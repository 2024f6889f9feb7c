package dev.winback.lapse;

import java.util.List;

/**
 * These lapses are open again, by an undo, by a manager or because a refund took the return away.
 */
public record LapsesReopened(List<LapseId> lapses) {}
