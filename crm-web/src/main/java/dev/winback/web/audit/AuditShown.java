package dev.winback.web.audit;

import dev.winback.report.AuditRow;
import dev.winback.staff.ChainCheck;
import dev.winback.web.layout.Wording;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts an entry of the audit into words; templates reach it as {@code @auditShown}. */
@Component("auditShown")
public class AuditShown {

  private static final int HASH_SHOWN = 12;

  /** Where an address of the program has a number or a name. */
  private static final Pattern PATTERN = Pattern.compile("\\{[^/]*}");

  private final Wording wording;

  AuditShown(Wording wording) {
    this.wording = wording;
  }

  public String action(AuditRow row) {
    return act(row.action());
  }

  public String act(String code) {
    return wording.orCode("audit.action.", code);
  }

  /** What a look at the whole of it found. */
  public String found(ChainCheck check) {
    var key = check.whole() ? "audit.check.whole" : "audit.check." + check.fault();
    return wording.of(key, check.entries(), check.entry());
  }

  public String subject(AuditRow row) {
    return wording.orCode("audit.subject.", row.subject())
        + (row.subjectId() == 0 ? "" : " " + row.subjectId());
  }

  /** A hash by its beginning, an address without patterns; the file of the list has all of it. */
  public String detail(AuditRow row) {
    return row.detail().entrySet().stream()
        .map(e -> wording.orCode("audit.detail.", e.getKey()) + ": " + shortened(e.getValue()))
        .sorted()
        .collect(Collectors.joining(" · "));
  }

  private static String shortened(Object value) {
    var text = String.valueOf(value);
    if (text.startsWith("/")) {
      return PATTERN.matcher(text).replaceAll("…");
    }
    return text.matches("[0-9a-f]{64}") ? text.substring(0, HASH_SHOWN) + "…" : text;
  }
}
