package dev.winback.privacy;

import dev.winback.shared.WrongSetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The list of erasures on the disk: lines are added and never changed. */
record ErasureFile(Path path) {

  boolean exists() {
    return Files.exists(path);
  }

  /** A last line that a crash cut off goes; its act is in the database, or was never committed. */
  List<Erasing> read() {
    if (!exists()) {
      return List.of();
    }
    try {
      // each byte a character: a damaged line is to be named, not to fail as no text
      var lines = Files.readString(path, StandardCharsets.ISO_8859_1).split("\n", -1);
      int last = lines.length - 1;
      if (Erasing.isCutOff(lines[last])) {
        shorten(lines[last].length());
        lines[last] = "";
      }
      return entries(lines);
    } catch (IOException e) {
      throw new UncheckedIOException("The list of erasures " + path + " cannot be read", e);
    }
  }

  private void shorten(int bytes) throws IOException {
    try (var file = FileChannel.open(path, StandardOpenOption.WRITE)) {
      file.truncate(file.size() - bytes);
      file.force(true);
    }
  }

  private List<Erasing> entries(String[] lines) {
    var entries = new ArrayList<Erasing>();
    for (int i = 0; i < lines.length; i++) {
      if (!lines[i].isEmpty()) {
        entries.add(entry(lines[i], i + 1));
      }
    }
    return entries;
  }

  private Erasing entry(String line, int number) {
    var entry = Erasing.of(line);
    if (entry == null) {
      throw new WrongSetting(
          "Line "
              + number
              + " of the list of erasures "
              + path
              + " is damaged: put your copy of the file there, or, when there is none, delete the line and erase again by hand whoever asked for it.");
    }
    return entry;
  }

  /** On the disk when it returns, or nothing of it. */
  void add(Collection<Erasing> entries) {
    var text = entries.stream().map(entry -> entry.line() + "\n").collect(Collectors.joining());
    try {
      create();
      try (var file = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
        append(file, ByteBuffer.wrap(("\n" + text).getBytes(StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The list of erasures " + path + " cannot be written", e);
    }
  }

  private static void append(FileChannel file, ByteBuffer bytes) throws IOException {
    long before = file.size();
    try {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
    } catch (IOException e) {
      file.truncate(before);
      throw e;
    }
  }

  /** Nobody else reads it: the hash of a number that is guessed tells who was erased. */
  private void create() throws IOException {
    var folder = Files.createDirectories(path.toAbsolutePath().getParent());
    if (exists()) {
      return;
    }
    try {
      Files.createFile(path, ours());
    } catch (FileAlreadyExistsException another) {
      return;
    }
    if (posix()) {
      try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
        directory.force(true);
      }
    }
  }

  private static FileAttribute<?>[] ours() {
    return posix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean posix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
