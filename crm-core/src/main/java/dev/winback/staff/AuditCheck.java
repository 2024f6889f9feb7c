package dev.winback.staff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A look at the whole audit: who began it, how far it is, and what it found when it is over. */
public record AuditCheck(
    long id,
    String member,
    Instant startedAt,
    long entries,
    long looked,
    @Nullable ChainCheck found) {

  private static final int WHOLE = 100;

  public boolean running() {
    return found == null;
  }

  public int percent() {
    return entries == 0 ? WHOLE : (int) Math.min(WHOLE, looked * WHOLE / entries);
  }
}
