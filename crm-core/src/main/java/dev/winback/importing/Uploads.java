package dev.winback.importing;

import dev.winback.shared.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The files as they came, each under its run's number, whatever it is called. */
@Component
class Uploads {

  private final Path folder;

  Uploads(Settings settings) {
    folder = settings.dataDir().resolve("uploads");
  }

  Upload receive(long run, InputStream content) throws IOException {
    Files.createDirectories(folder);
    Files.copy(content, path(run), StandardCopyOption.REPLACE_EXISTING);
    return of(run);
  }

  /** The file of a dry run becomes that of the real one. */
  Upload move(long from, long to) throws IOException {
    Files.move(path(from), path(to), StandardCopyOption.REPLACE_EXISTING);
    return of(to);
  }

  /** The same file once more, without a second copy where the file system can do so. */
  Upload share(long from, long to) throws IOException {
    Files.deleteIfExists(path(to));
    try {
      Files.createLink(path(to), path(from));
    } catch (UnsupportedOperationException | IOException noLinks) {
      Files.copy(path(from), path(to), StandardCopyOption.REPLACE_EXISTING);
    }
    return of(to);
  }

  Upload of(long run) {
    return new Upload(path(run));
  }

  /** Whether a file could not be stored because its disk is full. */
  boolean full(IOException why) {
    return NoRoom.in(folder, why);
  }

  /** The folder, and the megabytes that are free there. */
  List<Object> room() {
    return NoRoom.figures(folder);
  }

  /** Only the node that received a file has it, unless the folder is shared. */
  boolean has(long run) {
    return Files.isRegularFile(path(run));
  }

  private Path path(long run) {
    return folder.resolve(Long.toString(run));
  }

  /** The runs whose files are here. */
  List<Long> kept() throws IOException {
    var runs = new ArrayList<Long>();
    if (Files.isDirectory(folder)) {
      try (var files = Files.newDirectoryStream(folder, "[0-9]*")) {
        files.forEach(file -> runs.add(Long.valueOf(file.getFileName().toString())));
      }
    }
    return runs;
  }

  void remove(long run) throws IOException {
    Files.deleteIfExists(path(run));
  }
}
