package dev.winback.importing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A file of one type in which good rows stand between rows of named defects. */
final class HostileFile {

  /** Stands for two bytes that are no letter of UTF-8. */
  private static final String BROKEN = "\uE123";

  final ImportType type;
  final List<String> columns;
  final List<String> good;
  final List<Defect> defects;
  final Map<String, Integer> counts = new LinkedHashMap<>();
  final List<Problem> problems = new ArrayList<>();

  /** Own ids (or numbers) of rows that must be stored. */
  final List<String> stored = new ArrayList<>();

  final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final StringBuilder corrected = new StringBuilder();
  int rows;
  int same;
  private long line = 1;

  /**
   * What is wrong: the value of a column, and the code it comes back with; "good" when nothing is
   * wrong although it looks so. Raw ones write the whole row.
   */
  record Defect(String name, String column, String value, String code) {

    boolean isGood() {
      return code.equals("good");
    }
  }

  /** As it must come back. */
  record Problem(long line, String column, String code, List<String> cells) {}

  HostileFile(ImportType type, List<String> columns, List<String> good, List<Defect> defects) {
    this.type = type;
    this.columns = columns;
    this.good = good;
    this.defects = defects;
    line(String.join(",", columns));
    corrected.append(String.join(",", columns)).append(",_line,_column,_error\n");
  }

  /** Each defect comes about as often, in an order that a seed tells, with good rows between. */
  void generate(int wanted, Random random) {
    while (rows < wanted) {
      for (var defect : shuffled(random)) {
        add(defect);
        if (random.nextInt(3) == 0) {
          add(new Defect("nothing", columns.get(0), null, "good"));
        }
      }
    }
  }

  private List<Defect> shuffled(Random random) {
    var shuffled = new ArrayList<>(defects);
    java.util.Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private void add(Defect defect) {
    boolean heavy = defect.value() != null && defect.value().length() > 50_000;
    if (heavy && counts.getOrDefault(type.word() + ": " + defect.name(), 0) >= 2) {
      return;
    }
    var id = type.word() + "-" + rows;
    var cells = new ArrayList<>(good);
    cells.replaceAll(cell -> cell.replace("\u00a4", id));
    var before = List.copyOf(cells);
    counts.merge(type.word() + ": " + defect.name(), 1, Integer::sum);
    switch (defect.name()) {
      case "row too short" -> reject(cells.subList(0, 1), columns.get(1), defect.code(), before);
      case "row with surplus cells" -> {
        cells.add("surplus");
        reject(cells, null, defect.code(), before);
      }
      case "same row twice" -> {
        take(cells, id);
        take(cells, null);
      }
      case "same id, other content" -> {
        long first = line + 1;
        var other = new ArrayList<>(cells);
        other.set(columns.indexOf("time"), "2026-04-01");
        reject(other, type.ownId(), defect.code(), null);
        take(cells, id);
        assert line == first + 1;
      }
      case "quote in the middle of a cell" -> {
        cells.set(columns.indexOf(defect.column()), "te\"a");
        rows++;
        line(cells.stream().map(cell -> cell.contains("\"") ? cell : quoted(cell)).toList());
        stored.add(id);
      }
      case "row without cells" -> line(",".repeat(columns.size() - 1));
      default -> value(defect, cells, id, before);
    }
  }

  private void value(Defect defect, List<String> cells, String id, List<String> before) {
    if (defect.value() != null) {
      cells.set(columns.indexOf(defect.column()), defect.value().replace("\u00a4", id));
    }
    if (defect.isGood()) {
      take(cells, id);
    } else {
      reject(cells, defect.column(), defect.code(), before);
    }
  }

  private void take(List<String> cells, String id) {
    rows++;
    same += id == null ? 1 : 0;
    if (id != null) {
      stored.add(id);
    }
    line(cells.stream().map(HostileFile::quoted).toList());
  }

  private void reject(List<String> cells, String column, String code, List<String> right) {
    rows++;
    var seen = cells.stream().map(cell -> cell.replace(BROKEN, "\uFFFD(")).toList();
    problems.add(new Problem(line, column, code, List.copyOf(seen)));
    line(cells.stream().map(HostileFile::quoted).toList());
    if (right != null) {
      var row = right.stream().map(HostileFile::quoted).toList();
      corrected.append(String.join(",", row)).append(",7,x,\"what, was wrong\"\n");
    }
  }

  private static String quoted(String cell) {
    boolean needed = cell.chars().anyMatch(sign -> ",\"\n\r;\t|".indexOf(sign) >= 0);
    return needed ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
  }

  private void line(List<String> cells) {
    line(String.join(",", cells));
  }

  private void line(String text) {
    for (var piece : Arrays.asList((text + "\n").split("(?<=" + BROKEN + ")|(?=" + BROKEN + ")"))) {
      bytes.writeBytes(
          piece.equals(BROKEN)
              ? new byte[] {(byte) 0xc3, '('}
              : piece.getBytes(StandardCharsets.UTF_8));
    }
    line += (text + "\n").chars().filter(sign -> sign == '\n').count();
  }

  byte[] corrected() {
    return corrected.toString().getBytes(StandardCharsets.UTF_8);
  }
}
