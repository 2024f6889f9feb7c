package dev.winback.alarm;

import java.util.List;

/** These alarms were raised, anew or again, within the same transaction. */
public record AlarmsRaised(List<Long> alarms) {}
