package dev.winback.task;

import dev.winback.shared.Zones;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Who was called, as far as the consequences of the call ask; {@code another} person is there
 * beside the one with whom we deal; {@code writable}: a letter may still reach him.
 */
record Callee(
    String name,
    @Nullable String email,
    @Nullable String company,
    String status,
    @Nullable String timeZone,
    @Nullable LocalTime callFrom,
    @Nullable LocalTime callUntil,
    boolean another,
    boolean writable) {

  boolean hasCompany() {
    return company != null && !company.isBlank();
  }

  /** What he asked for, else the firm's. */
  CallHours hours(CallHours usual) {
    return usual.asked(callFrom, callUntil);
  }

  /** The customer's zone; the firm's when he has none or one that does not exist. */
  ZoneId zone(ZoneId firm) {
    return Zones.of(timeZone, firm);
  }
}
