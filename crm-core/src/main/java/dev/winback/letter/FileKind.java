package dev.winback.letter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a letter may show or hand out, known by how its content begins and never by its name. */
public enum FileKind {
  PNG("image/png", "\u0089PNG\r\n\u001a\n"),
  JPG("image/jpeg", "\u00ff\u00d8\u00ff"),
  GIF("image/gif", "GIF8"),
  WEBP("image/webp", "RIFF"),
  PDF("application/pdf", "%PDF-");

  private final String mediaType;
  private final String begin;

  FileKind(String mediaType, String begin) {
    this.mediaType = mediaType;
    this.begin = begin;
  }

  public String mediaType() {
    return mediaType;
  }

  public boolean picture() {
    return this != PDF;
  }

  /** As it stands at the end of its address. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static FileKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  static Optional<FileKind> of(byte[] content) {
    var head = new String(content, 0, Math.min(content.length, 16), StandardCharsets.ISO_8859_1);
    return Arrays.stream(values()).filter(kind -> head.startsWith(kind.begin)).findFirst();
  }
}
