package dev.winback.lapse;

import java.util.List;

/**
 * These lapses ended by a no that a file or a program told; what was planned for them has ended.
 */
public record ToldNos(List<LapseId> lapses) {}
