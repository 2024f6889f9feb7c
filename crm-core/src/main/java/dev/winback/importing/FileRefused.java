package dev.winback.importing;

import java.util.List;

/** A file that cannot be read as a whole; nothing of it is stored. */
class FileRefused extends RuntimeException {

  private final String code;
  private final transient List<Object> figures;

  FileRefused(String code, Object... figures) {
    super(code);
    this.code = code;
    this.figures = List.of(figures);
  }

  String code() {
    return code;
  }

  List<Object> figures() {
    return figures;
  }
}
