package dev.winback.lapse;

import java.util.List;

/** The night opened these lapses. */
public record LapsesOpened(List<LapseId> lapses) {}
