package dev.winback.staff;

import org.jspecify.annotations.Nullable;

/**
 * What a look at the audit found: how many entries, the hash of the newest one, and the first fault
 * with its entry: {@code changed}, {@code missing}, {@code added} past the program, or {@code end}
 * where the newest ones are gone.
 */
public record ChainCheck(long entries, String head, @Nullable String fault, long entry) {

  public boolean whole() {
    return fault == null;
  }
}
