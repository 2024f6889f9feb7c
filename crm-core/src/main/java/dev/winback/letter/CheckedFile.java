package dev.winback.letter;

import dev.winback.shared.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * An upload that was looked into: of a picture nothing is left that does not belong to its points,
 * so that no program and no place where it was taken comes along; 0 wide where nothing is shown.
 */
record CheckedFile(FileKind kind, int width, int height, byte[] content) {

  /** Of an upload, in bytes. */
  static final int LARGEST = 10_000_000;

  /** Of what is kept, in bytes: readers load it on their telephones. */
  static final int LARGEST_KEPT = 2_000_000;

  /** Of a document, in bytes, which is kept as it came. */
  static final int LARGEST_PDF = 5_000_000;

  /** Of a picture: what a telephone takes, and little enough to be decoded beside other work. */
  static final long MOST_POINTS = 25_000_000;

  /** The same where a colour has sixteen bits. */
  static final long MOST_DEEP_POINTS = 12_000_000;

  private static final int LONGEST_SIDE = 12_000;

  static CheckedFile of(byte[] upload) {
    if (upload.length == 0) {
      throw Refused.field("file", "letter.refused.file.none");
    }
    LetterFiles.requireSmall(upload.length);
    var kind = FileKind.of(upload).orElseThrow(() -> foreign(upload));
    return switch (kind) {
      case PNG, JPG -> RedrawnPicture.of(kind, upload);
      case GIF -> GifBlocks.of(upload);
      case WEBP -> WebpChunks.of(upload);
      case PDF -> PdfLook.of(upload);
    };
  }

  private static Refused foreign(byte[] upload) {
    var head = new String(upload, 0, Math.min(upload.length, 1_000), StandardCharsets.ISO_8859_1);
    boolean svg = head.toLowerCase(Locale.ROOT).contains("<svg");
    return Refused.field("file", "letter.refused.file." + (svg ? "svg" : "kind"));
  }

  /** What says of itself to be too large is not decoded. */
  static void requirePoints(int width, int height) {
    requirePoints(width, height, MOST_POINTS);
  }

  static void requirePoints(int width, int height, long most) {
    boolean some = width > 0 && height > 0;
    boolean few = (long) width * height <= most && Math.max(width, height) <= LONGEST_SIDE;
    if (!some) {
      throw broken();
    }
    if (!few) {
      throw Refused.field("file", "letter.refused.file.points", width, height, most / 1_000_000);
    }
  }

  static Refused broken() {
    return Refused.field("file", "letter.refused.file.broken");
  }

  /** The same, unless what is left is still more than readers should load. */
  CheckedFile small() {
    if (content.length > LARGEST_KEPT) {
      throw Refused.field(
          "file", "letter.refused.file.heavy", content.length / 1000, LARGEST_KEPT / 1000);
    }
    return this;
  }
}
