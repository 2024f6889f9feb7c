package dev.winback.category;

/** A number that tells whether rows in one order are the ones that were written the last time. */
final class Hash {

  private long hash = 1;

  void see(long... numbers) {
    for (long number : numbers) {
      hash = (hash ^ number) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
  }

  long value() {
    return hash;
  }
}
