package dev.winback.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Turns the events of one sheet into rows. */
final class XlsxRows implements Xml.Taker {

  /** The last column of a spreadsheet is XFD. */
  private static final int LAST_COLUMN = 16_384;

  private static final int LONGEST_ROW = 4 * 1024 * 1024;

  private final Workbook workbook;
  private final Predicate<RawRow> wanted;
  private final StringBuilder text = new StringBuilder();
  private List<String> cells = new ArrayList<>();
  private long line;
  private int column = -1;
  private long characters;
  private String type = "";
  private String style = "";
  private String within = "";
  private boolean said;
  private boolean formula;

  /** Rows come until one is not wanted any more. */
  XlsxRows(Workbook workbook, Predicate<RawRow> wanted) {
    this.workbook = workbook;
    this.wanted = wanted;
  }

  @Override
  public void take(Xml xml) {
    if (xml.starts()) {
      start(xml);
    } else if (xml.ends()) {
      end(xml);
    } else if (!said && (within.equals("v") || within.equals("t"))) {
      text.append(xml.text());
      if (characters + text.length() > LONGEST_ROW) {
        throw new FileRefused("row-too-long", line);
      }
    }
  }

  private void start(Xml xml) {
    within = xml.name();
    switch (within) {
      case "row" -> startRow(xml.attribute("r"));
      case "c" -> startCell(xml);
      case "f" -> formula = true;
      case "rPh" -> said = true;
      default -> {}
    }
  }

  private void startRow(String number) {
    line = Math.max(line + 1, number.matches("\\d{1,9}") ? Long.parseLong(number) : 0);
    cells = new ArrayList<>();
    column = -1;
    characters = 0;
  }

  private void startCell(Xml xml) {
    column = column(xml.attribute("r"));
    type = xml.attribute("t");
    style = xml.attribute("s");
    formula = false;
    text.setLength(0);
  }

  /** AB12 is the 28th column; without a name the cell stands right of the one before. */
  private int column(String name) {
    int number = 0;
    for (int i = 0; i < name.length() && number <= LAST_COLUMN; i++) {
      char letter = name.charAt(i);
      if (letter < 'A' || letter > 'Z') {
        break;
      }
      number = number * 26 + letter - 'A' + 1;
    }
    int found = number == 0 ? column + 1 : number - 1;
    if (found >= LAST_COLUMN) {
      throw new FileRefused("broken-xml");
    }
    return found;
  }

  private void end(Xml xml) {
    within = "";
    switch (xml.name()) {
      case "rPh" -> said = false;
      case "c" -> endCell();
      case "row" -> endRow();
      default -> {}
    }
  }

  private void endCell() {
    // a program that writes workbooks computes nothing; a text that was computed may be empty
    boolean uncomputed = formula && text.isEmpty() && !type.equals("str");
    if (text.isEmpty() && !uncomputed || column < 0) {
      return;
    }
    while (cells.size() <= column) {
      cells.add("");
    }
    var value = uncomputed ? Cells.UNCOMPUTED : value(text.toString());
    cells.set(column, value);
    characters += value.length();
  }

  private String value(String raw) {
    return switch (type) {
      case "s" -> workbook.text(raw);
      case "b" -> raw.equals("1") ? "TRUE" : "FALSE";
      case "", "n" -> workbook.number(raw, style);
      default -> XlsxText.plain(raw);
    };
  }

  private void endRow() {
    var row = new RawRow(line, cells);
    cells = new ArrayList<>();
    if (!row.blank() && !wanted.test(row)) {
      throw new Xml.Stopped();
    }
  }
}
