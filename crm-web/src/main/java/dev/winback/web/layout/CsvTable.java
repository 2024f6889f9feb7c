package dev.winback.web.layout;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** CSV in UTF-8 with its mark; no cell is one that a spreadsheet would run as a formula. */
final class CsvTable implements Export.Table {

  static final String TYPE = "text/csv;charset=UTF-8";

  /** Signs that begin a formula, also in full width, and those that a spreadsheet skips before. */
  private static final String STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20|%";

  private static final Pattern NUMBER = Pattern.compile("[+-][0-9 ().,/-]{1,24}");

  /**
   * Who reads the file by another separator sees a cell begin behind it, within ours. Behind a
   * comma only an equals sign begins a formula, and a sign with a space behind it is a dash.
   */
  private static final Pattern WITHIN =
      Pattern.compile(
          "(?<=[;\\t,])([ \\u00a0\\uFEFF\\u200B\"']*)((?:[=\uFF1D]"
              + "|(?<!,[ \"']{0,4})(?:[@\uFF20]|[+\\-\uFF0B\uFF0D](?=\\S)))[^;\\t,]+)");

  private final CsvWriter writer;

  CsvTable(OutputStream stream, char separator) throws IOException {
    Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    out.write('\uFEFF');
    writer = CsvWriter.builder().fieldSeparator(separator).build(out);
  }

  @Override
  public void row(@Nullable Object[] cells) {
    writer.writeRecord(Arrays.stream(cells).map(CsvTable::cell).toArray(String[]::new));
  }

  static String cell(@Nullable Object value) {
    var text = value == null ? "" : value.toString();
    if (value instanceof Number) {
      return text;
    }
    return (dangerous(text) ? "'" : "") + WITHIN.matcher(text).replaceAll(CsvTable::within);
  }

  private static String within(MatchResult part) {
    boolean plain = part.group(1).indexOf('\'') >= 0 || NUMBER.matcher(part.group(2)).matches();
    return Matcher.quoteReplacement((plain ? "" : "'") + part.group());
  }

  /**
   * A number, also one to dial, keeps its sign, and what has an apostrophe is text already; all
   * else that could be run is quoted.
   */
  private static boolean dangerous(String text) {
    int at = 0;
    while (at < text.length() && skipped(text.charAt(at))) {
      at++;
    }
    if (at == text.length() || text.charAt(0) == '\'') {
      return false;
    }
    boolean formula = STARTS.indexOf(text.charAt(at)) >= 0 && !NUMBER.matcher(text).matches();
    return formula || (at > 0 && text.charAt(0) < ' ');
  }

  private static boolean skipped(char sign) {
    return Character.isWhitespace(sign)
        || Character.isSpaceChar(sign)
        || Character.isISOControl(sign)
        || sign == '\uFEFF'
        || sign == '\u200B'
        || sign == '"'
        || sign == '\'';
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
