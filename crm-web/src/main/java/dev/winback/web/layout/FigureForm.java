package dev.winback.web.layout;

import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A form of figures, of money where it names a currency, made once and copied: it is not for two at
 * a time, and made anew it costs ten times.
 */
record FigureForm(Locale locale, @Nullable String currency, int leastDigits, int mostDigits) {

  private static final Map<FigureForm, NumberFormat> FORMS = new ConcurrentHashMap<>();

  /** Browsers name what locale they like, and nobody's list of them may fill the memory. */
  private static final int MOST_FORMS = 200;

  NumberFormat copy() {
    var kept = FORMS.get(this);
    if (kept == null) {
      kept = made();
      if (FORMS.size() < MOST_FORMS) {
        FORMS.put(this, kept);
      }
    }
    return (NumberFormat) kept.clone();
  }

  private NumberFormat made() {
    var format = currency == null ? NumberFormat.getNumberInstance(locale) : money(currency);
    format.setMinimumFractionDigits(leastDigits);
    format.setMaximumFractionDigits(mostDigits);
    return format;
  }

  private NumberFormat money(String named) {
    var format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(Currency.getInstance(named));
    return format;
  }
}
