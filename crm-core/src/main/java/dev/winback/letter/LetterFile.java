package dev.winback.letter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture or a download that letters may use; width and height are null of what is not shown,
 * rungs are those whose letters have it in their words.
 */
public record LetterFile(
    long id,
    String name,
    String words,
    FileKind kind,
    @Nullable Integer width,
    @Nullable Integer height,
    long size,
    String address,
    boolean removed,
    List<Integer> rungs) {

  /** In the library, as in files.sql. */
  public static final int MOST_SHOWN = 200;

  /** Wide enough for twice the points of a letter's column. */
  static final int WIDEST = 1_104;

  private static final int COLUMN = 552;
  private static final int THUMB = 72;

  public LetterFile {
    rungs = List.copyOf(rungs);
  }

  /** Below the address of the program. */
  public String path() {
    return "/f/" + address + "." + kind.code();
  }

  /** As it is put into the words of a letter. */
  public String mark() {
    var safe = words.replaceAll("([\\\\\\[\\]*_`<])", "\\\\$1");
    return kind.picture()
        ? "![" + safe + "](picture:" + name + ")"
        : "[" + safe + "](file:" + name + ")";
  }

  /** In thousands of bytes, at least one. */
  public long kilobytes() {
    return Math.max(1, size / 1000);
  }

  /** As wide as a letter shows it; 0: not at all. */
  public int shownWidth() {
    return width == null ? 0 : Math.min(width, COLUMN);
  }

  public int shownHeight() {
    return width == null || height == null
        ? 0
        : Math.max(1, (int) Math.round((double) height * shownWidth() / width));
  }

  /** Beside its name in the library. */
  public int thumbHeight() {
    return width == null || height == null
        ? 0
        : Math.max(1, Math.min(THUMB * 2, (int) Math.round((double) height * THUMB / width)));
  }
}
