package dev.winback.lapse;

import dev.winback.staff.Actor;

/** A manager has decided about a lapse, which stands as he left it. */
public record LapseDecided(LapseId lapse, Decision decision, String reason, Actor actor) {}
