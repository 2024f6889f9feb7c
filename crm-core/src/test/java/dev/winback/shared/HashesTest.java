package dev.winback.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hashes that came more than once are found among many, and no others. */
class HashesTest {

  @TempDir Path folder;

  @Test
  void whatCameOftenIsFoundInItsOrder() {
    var random = new Random(7);
    try (var hashes = Hashes.in(folder)) {
      for (int n = 0; n < 200_000; n++) {
        hashes.add(random.nextLong());
      }
      for (long often : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 42, 0, -1, 0, 42}) {
        hashes.add(often);
      }
      assertThat(hashes.repeated()).containsExactly(-1, 0, 42);
    }
  }

  @Test
  void nothingCameMoreThanOnce() {
    try (var hashes = Hashes.in(folder)) {
      hashes.add(7);
      assertThat(hashes.repeated()).isEmpty();
    }
  }
}
