package dev.winback.alarm;

import java.time.OffsetDateTime;

/** Who has seen an alarm, and when. */
public record AlarmSeen(String member, OffsetDateTime at) {}
