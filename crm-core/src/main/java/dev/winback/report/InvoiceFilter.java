package dev.winback.report;

import dev.winback.shared.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which invoices of a customer: {@code paid} (all that were paid and had a day), {@code late} of
 * them, or {@code open} (owed now).
 */
public record InvoiceFilter(@Nullable String show) {

  /** The words, in the order in which a page offers them. */
  public static final List<String> SHOWS = List.of("late", "open", "paid");

  public String asked() {
    var asked = show == null || show.isBlank() ? SHOWS.get(0) : show.strip();
    if (!SHOWS.contains(asked)) {
      throw Refused.field("show", "payments.refused.invoices", asked, String.join(", ", SHOWS));
    }
    return asked;
  }
}
