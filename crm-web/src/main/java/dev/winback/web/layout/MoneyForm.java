package dev.winback.web.layout;

import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A form of money, made once and copied: it is not for two at a time, and made anew it costs ten
 * times.
 */
record MoneyForm(Locale locale, String currency, int digits) {

  private static final Map<MoneyForm, NumberFormat> FORMS = new ConcurrentHashMap<>();

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
    var format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(Currency.getInstance(currency));
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format;
  }
}
