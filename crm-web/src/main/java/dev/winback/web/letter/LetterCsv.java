package dev.winback.web.letter;

import dev.winback.letter.LetterRow;
import dev.winback.shared.BusinessClock;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The list of letters as a file; a cell that a spreadsheet would take for a formula is disarmed.
 */
@Component
class LetterCsv {

  private static final String HEAD =
      "letter,customer,name,rung,state,reason,percent,coupon,due_on,announced_at,sent_at";

  private final BusinessClock clock;

  LetterCsv(BusinessClock clock) {
    this.clock = clock;
  }

  String fileName() {
    return "letters-" + clock.today() + ".csv";
  }

  String of(List<LetterRow> rows) {
    var file = new StringBuilder(HEAD).append("\r\n");
    rows.forEach(row -> file.append(line(row)).append("\r\n"));
    return file.toString();
  }

  private static String line(LetterRow row) {
    var reason = row.reason();
    var line = new StringJoiner(",");
    line.add(cell(row.id().value()));
    line.add(cell(row.ref())).add(cell(row.customer())).add(cell(row.rung()));
    line.add(cell(row.status().code())).add(cell(reason == null ? null : reason.code()));
    line.add(cell(row.percent())).add(cell(row.coupon())).add(cell(row.dueOn()));
    return line.add(cell(row.announcedAt())).add(cell(row.sentAt())).toString();
  }

  private static String cell(@Nullable Object value) {
    var text = value == null ? "" : value.toString();
    var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
