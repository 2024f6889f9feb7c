package dev.winback.lapse;

import dev.winback.staff.Actor;

/** A member wrote down a final no outside of a call; what was planned for the loss has ended. */
public record LapseRefused(LapseId lapse, Actor actor) {}
