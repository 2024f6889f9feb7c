package dev.winback.report;

import dev.winback.shared.DaySpan;
import dev.winback.shared.Refused;
import dev.winback.staff.AuditKind;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the audit says: {@code member} as a login, {@code kind} in small letters, the
 * days {@code from} and {@code to}, {@code customer} by his number, and the code of one {@code
 * act}.
 */
public record AuditFilter(
    @Nullable String member,
    @Nullable String kind,
    @Nullable String from,
    @Nullable String to,
    @Nullable String customer,
    @Nullable String act) {

  DaySpan days() {
    return DaySpan.of(from, to);
  }

  @Nullable String kindAsked() {
    var asked = text(kind);
    if (asked == null) {
      return null;
    }
    return Arrays.stream(AuditKind.values())
        .map(AuditKind::name)
        .filter(name -> name.toLowerCase(Locale.ROOT).equals(asked))
        .findFirst()
        .orElseThrow(() -> Refused.field("kind", "refused.audit-kind", asked));
  }

  @Nullable String memberAsked() {
    return text(member);
  }

  @Nullable String customerAsked() {
    return text(customer);
  }

  @Nullable String actAsked() {
    return text(act);
  }

  /** True when it asks for less than everything. */
  public boolean narrows() {
    return text(member) != null
        || text(kind) != null
        || text(from) != null
        || text(to) != null
        || text(customer) != null
        || text(act) != null;
  }

  private static @Nullable String text(@Nullable String said) {
    return said == null || said.isBlank() ? null : said.strip();
  }
}
