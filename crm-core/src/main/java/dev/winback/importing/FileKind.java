package dev.winback.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a file is by its content; its name says nothing. */
enum FileKind {
  CSV,
  XLSX;

  private static final Pattern MARKUP =
      Pattern.compile("(?s)\\s*<(!doctype|html|table|head|body|meta|\\?xml|workbook).*");

  /** Refuses what is no table that we read, with what to save it as. */
  static FileKind of(Upload upload) throws IOException {
    if (upload.begins('P', 'K', 3, 4)) {
      return zipped(upload);
    }
    if (upload.begins(0xd0, 0xcf, 0x11, 0xe0)) {
      throw new FileRefused("old-excel");
    }
    if (upload.begins('%', 'P', 'D', 'F')) {
      throw new FileRefused("pdf");
    }
    var text = new String(upload.beginning(500), StandardCharsets.UTF_8).replace("\uFEFF", "");
    if (MARKUP.matcher(text.toLowerCase(Locale.ROOT)).matches()) {
      throw new FileRefused("markup");
    }
    return CSV;
  }

  private static FileKind zipped(Upload upload) throws IOException {
    try (var zip = ZipDirectory.open(upload)) {
      if (zip.getEntry("xl/workbook.bin") != null) {
        throw new FileRefused("xlsb");
      }
      var mimetype = zip.getEntry("mimetype");
      if (mimetype != null) {
        throw new FileRefused("ods");
      }
      if (zip.getEntry("[Content_Types].xml") == null) {
        throw new FileRefused("zip");
      }
      return XLSX;
    }
  }
}
