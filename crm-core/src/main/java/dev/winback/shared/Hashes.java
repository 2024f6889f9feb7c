package dev.winback.shared;

import java.io.Closeable;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Finds out which of any number of hashes came more than once: they wait on disk in drawers by
 * their first bits, which are sorted one by one.
 */
public final class Hashes implements Closeable {

  private static final int BITS = 8;

  private final Spool drawers;

  private Hashes(Spool drawers) {
    this.drawers = drawers;
  }

  public static Hashes in(Path folder) {
    return new Hashes(Spool.in(folder));
  }

  public void add(long hash) {
    drawers.put((int) (hash >>> Long.SIZE - BITS), Long.BYTES).putLong(hash);
  }

  /** In their order, to be searched in. */
  public long[] repeated() {
    var repeated = LongBuffer.allocate(16);
    for (int drawer = 0; drawer < drawers.baskets(); drawer++) {
      var hashes = sorted(drawer);
      for (int i = 1; i < hashes.length; i++) {
        if (hashes[i] == hashes[i - 1] && (i == 1 || hashes[i - 2] != hashes[i])) {
          repeated = repeated.hasRemaining() ? repeated : larger(repeated);
          repeated.put(hashes[i]);
        }
      }
    }
    // the drawers are those of numbers without a sign
    var found = Arrays.copyOf(repeated.array(), repeated.position());
    Arrays.sort(found);
    return found;
  }

  private long[] sorted(int drawer) {
    var bytes = drawers.take(drawer);
    var hashes = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(hashes);
    Arrays.sort(hashes);
    return hashes;
  }

  private static LongBuffer larger(LongBuffer full) {
    return LongBuffer.allocate(full.capacity() * 2).put(full.flip());
  }

  @Override
  public void close() {
    drawers.close();
  }
}
