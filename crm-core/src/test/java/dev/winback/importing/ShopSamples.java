package dev.winback.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The exports of shops that come with the product. */
final class ShopSamples {

  private ShopSamples() {}

  static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(Path.of("../src/samples", name + ".csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }
}
