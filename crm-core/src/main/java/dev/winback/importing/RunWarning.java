package dev.winback.importing;

import java.util.List;

/**
 * What a file said in vain: columns that nobody reads, as the file writes them, and how many rows
 * name an owner who takes no customers, from which line on.
 */
public record RunWarning(List<String> unread, long owners, long line) {

  public boolean any() {
    return !unread.isEmpty() || owners > 0;
  }
}
