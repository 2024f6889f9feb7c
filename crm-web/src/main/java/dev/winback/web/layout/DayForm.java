package dev.winback.web.layout;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A form of days and moments, made once: to read its pattern takes longer than to write a day. */
record DayForm(String pattern, Locale locale) {

  private static final Map<DayForm, DateTimeFormatter> FORMS = new ConcurrentHashMap<>();

  /** Browsers name what locale they like, and nobody's list of them may fill the memory. */
  private static final int MOST_FORMS = 200;

  static DateTimeFormatter of(String pattern, Locale locale) {
    var form = new DayForm(pattern, locale);
    var kept = FORMS.get(form);
    if (kept == null) {
      kept = DateTimeFormatter.ofPattern(pattern, locale);
      if (FORMS.size() < MOST_FORMS) {
        FORMS.put(form, kept);
      }
    }
    return kept;
  }
}
