package dev.winback.importing;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row by its column names. */
record Cells(long line, Map<String, Integer> columns, List<String> values) {

  /** Longest cell that is stored; a longer one is no field of a customer but a broken quote. */
  static final int LONGEST = 65_536;

  /** Longest number of a customer or a fact. */
  static final int LONGEST_KEY = 200;

  /** What a spreadsheet shows when a formula failed. */
  private static final Set<String> FAILED_FORMULA =
      Set.of(
          "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!");

  /** A formula of a workbook that nobody computed, in a word that no spreadsheet writes. */
  static final String UNCOMPUTED = "#FORMULA!";

  boolean has(String column) {
    return columns.containsKey(column);
  }

  /**
   * The cell without surrounding space and the apostrophe of spreadsheets, its letters composed
   * (NFC) so that the same name is the same text; null when empty.
   */
  @Nullable String get(String column) {
    var index = columns.get(column);
    if (index == null || index >= values.size()) {
      return null;
    }
    var text = values.get(index).strip();
    if (guarded(text)) {
      text = text.substring(1).strip();
    }
    return text.isEmpty() ? null : composed(text);
  }

  /** Plain ASCII is composed: asking for it costs more than all the rest of a cell. */
  private static String composed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > '~') {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    }
    return text;
  }

  /** An apostrophe before a number or a formula makes it text; one before a name is part of it. */
  private static boolean guarded(String text) {
    return text.startsWith("'")
        && !(text.length() > 1
            && Character.isLetter(text.codePointAt(1))
            && text.chars().noneMatch(Character::isDigit));
  }

  /** Who reports the row; "import" when it does not say. */
  String source() {
    return Objects.requireNonNullElse(key("source"), "import");
  }

  /** A cell by which rows are found again: longer ones fit into no index. */
  @Nullable String key(String column) {
    var text = get(column);
    if (text != null && text.length() > LONGEST_KEY) {
      throw new BadCell(column, "too-long", text.length(), LONGEST_KEY);
    }
    return text;
  }

  /** Without an own id the row itself is the key (api.md). */
  String ownId(ImportType type) {
    var id = key(type.ownId());
    return id == null ? RowKey.of(this, type) : id;
  }

  /** Which of these columns the row has, even if it leaves them empty: a bit for each. */
  long given(List<String> names) {
    long bits = 0;
    for (int i = 0; i < names.size(); i++) {
      bits |= has(names.get(i)) ? 1L << i : 0;
    }
    return bits;
  }

  String require(String column) {
    var text = column.equals("customer") ? key(column) : get(column);
    if (text == null) {
      throw new BadCell(column, "required");
    }
    return text;
  }

  /** What no column can hold, whatever it is. */
  Cells checked() {
    for (int i = 0; i < values.size(); i++) {
      check(values.get(i), i);
    }
    return this;
  }

  private void check(String text, int index) {
    if (text.length() > LONGEST) {
      throw new BadCell(name(index), "too-long", text.length(), LONGEST);
    }
    if (index >= columns.size() && !text.isBlank()) {
      throw new BadCell(null, "extra-cells", values.size(), columns.size());
    }
    if (failed(text)) {
      throw text.equals(UNCOMPUTED)
          ? new BadCell(name(index), "uncomputed")
          : new BadCell(name(index), "failed-formula", text);
    }
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign < ' ' || sign > '~') {
        check(text, i, sign, index);
      }
    }
  }

  /** The word of a spreadsheet for what it could not work out. */
  static boolean failed(String text) {
    return text.startsWith("#") && (text.equals(UNCOMPUTED) || FAILED_FORMULA.contains(text));
  }

  private void check(String text, int at, char sign, int index) {
    boolean control = sign < ' ' && sign != '\n' && sign != '\r' && sign != '\t';
    if (control || sign == 0x7f) {
      throw new BadCell(name(index), "control", (int) sign);
    }
    // half of a pair is stored as a question mark, which nobody wrote
    boolean half =
        Character.isHighSurrogate(sign)
            ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
            : Character.isLowSurrogate(sign)
                && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    if (half || sign == '\uFFFD') {
      throw new BadCell(name(index), "encoding", at + 1);
    }
  }

  private @Nullable String name(int index) {
    return columns.entrySet().stream()
        .filter(column -> column.getValue() == index)
        .map(Map.Entry::getKey)
        .findAny()
        .orElse(null);
  }
}
