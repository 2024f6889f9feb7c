package dev.winback.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The list of erasures on the disk: lines are added and never changed. */
record ErasureFile(Path path) {

  List<Erasing> read() {
    try {
      return Files.exists(path)
          ? Files.readAllLines(path).stream().map(Erasing::of).filter(Objects::nonNull).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** On the disk when it returns. An empty line first: the last one may have been cut off. */
  void add(Collection<Erasing> entries) {
    var text = entries.stream().map(entry -> entry.line() + "\n").collect(Collectors.joining());
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      try (var file =
          FileChannel.open(
              path,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.APPEND)) {
        var bytes = ByteBuffer.wrap(("\n" + text).getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
        file.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
