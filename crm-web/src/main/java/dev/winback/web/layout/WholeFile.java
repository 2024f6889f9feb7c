package dev.winback.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A file that is there as a whole before it leaves, noted in the audit as every {@link Export}. */
public final class WholeFile {

  private WholeFile() {}

  /** The parts are noted as the columns of a list are, with the number of rows in them. */
  public static void send(
      HttpServletRequest ask,
      HttpServletResponse answer,
      String list,
      List<String> parts,
      long rows,
      byte[] file) {
    var note = ExportTrail.begin(ask, list);
    note.whole(parts, rows);
    try {
      note.over(answer.getOutputStream()).write(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
