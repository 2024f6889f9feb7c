package dev.winback.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file said in vain: columns that nobody reads, as the file writes them, how many rows name
 * an owner who takes no customers, from which line on, and money that is mostly not the firm's.
 */
public record RunWarning(
    List<String> unread, long owners, long line, @Nullable ForeignMoney foreign) {

  public boolean any() {
    return !unread.isEmpty() || owners > 0 || foreign != null;
  }
}
