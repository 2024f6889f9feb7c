package dev.winback.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a letter may say about the customer it goes to: one row of the view {@code addressee} and
 * the offer of the letter; silence counts in days of the firm's zone up to {@code day}.
 */
public record Addressee(
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String name,
    @Nullable String company,
    @Nullable Instant lastPurchase,
    @Nullable String goods,
    LocalDate silentSince,
    @Nullable String responsible,
    int percent,
    @Nullable String gives,
    @Nullable String coupon,
    @Nullable LocalDate validUntil,
    LocalDate day,
    ZoneId zone,
    Locale locale) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  /** Longest list of goods a letter repeats, in characters. */
  private static final int GOODS = 120;

  /** A value for every variable that this customer has; empty where there is none. */
  Map<String, String> values(LetterContent.Firm firm) {
    var values = new HashMap<String, String>();
    put(values, Variable.FIRST_NAME, PersonName.usable(firstName));
    put(values, Variable.LAST_NAME, PersonName.usable(lastName));
    put(values, Variable.NAME, company == null ? fullName() : PersonName.clean(company));
    put(values, Variable.LAST_PURCHASE_GOODS, shortGoods());
    put(values, Variable.RESPONSIBLE, PersonName.clean(responsible));
    put(values, Variable.FIRM, firm.name());
    putPurchase(values);
    putOffer(values);
    return values;
  }

  /** A purchase that is known by its day alone stands at midnight: 00:00 would be invented. */
  private void putPurchase(Map<String, String> values) {
    var purchase = lastPurchase == null ? null : lastPurchase.atZone(zone);
    put(
        values,
        Variable.LAST_PURCHASE_DAY,
        inWords(purchase == null ? silentSince : purchase.toLocalDate()));
    boolean timed = purchase != null && !purchase.toLocalTime().equals(LocalTime.MIDNIGHT);
    put(values, Variable.LAST_PURCHASE_TIME, timed ? TIME.format(purchase) : "");
    var silent = ChronoUnit.DAYS.between(silentSince, day);
    put(values, Variable.SILENT_DAYS, Long.toString(silent));
  }

  private void putOffer(Map<String, String> values) {
    put(values, Variable.PERCENT, Integer.toString(percent));
    put(values, Variable.OFFER, gives == null ? percent + " %" : gives);
    put(values, Variable.COUPON, coupon == null ? "" : coupon);
    put(values, Variable.VALID_UNTIL, validUntil == null ? "" : inWords(validUntil));
  }

  /** As the language of the words writes it: "3. Oktober 2026", "3 de octubre de 2026". */
  private String inWords(LocalDate date) {
    boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    return (english ? DAY : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale))
        .format(date);
  }

  private String fullName() {
    var first = PersonName.usable(firstName);
    var last = PersonName.usable(lastName);
    return first.isEmpty() || last.isEmpty() ? PersonName.usable(name) : first + " " + last;
  }

  private String shortGoods() {
    var clean = PersonName.clean(goods);
    return clean.length() <= GOODS ? clean : ShortGoods.of(clean, GOODS);
  }

  private static void put(Map<String, String> values, Variable variable, String value) {
    values.put(variable.code(), value);
  }
}
