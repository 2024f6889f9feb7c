package dev.winback.customer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.winback.shared.Country;
import dev.winback.shared.Settings;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Telephone numbers: kept as typed, compared and dialled by E.164, shown as they are written in the
 * firm's country.
 */
@Component
public class PhoneNumbers {

  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final Pattern FORM =
      Pattern.compile(
          "[+＋(\\d][\\d\\s\\u00a0\\u2010-\\u2015()/.\\-]{3,40}(?:(?:x|ext\\.?|#)\\s?\\d{1,7})?",
          Pattern.CASE_INSENSITIVE);
  private static final String INTERNATIONAL = "ZZ";

  private final @Nullable String firm;

  PhoneNumbers(Settings settings) {
    this.firm = country(settings.country(), settings.firmZone().getId());
  }

  private static @Nullable String country(@Nullable Country set, String zone) {
    return set == null ? Countries.ofZone(zone) : set.code();
  }

  /**
   * False for what cannot be dialled: too few or too many digits, other letters, or after a plus
   * the code of no country.
   */
  public static boolean possible(String text) {
    if (!FORM.matcher(text.strip()).matches()) {
      return false;
    }
    try {
      return !international(text)
          || LIBRARY.isPossibleNumber(LIBRARY.parse(dialled(text), INTERNATIONAL));
    } catch (NumberParseException e) {
      return false;
    }
  }

  static boolean international(String text) {
    return text.strip().matches("(?s)[+＋].*|00[1-9].*");
  }

  private static String dialled(String text) {
    var digits = text.strip();
    return digits.matches("(?s)00[1-9].*") ? "+" + digits.substring(2) : digits;
  }

  /**
   * The number by E.164; null when it is none of the customer's country, or without one the firm's.
   */
  public @Nullable String e164(@Nullable String text, @Nullable String customersCountry) {
    if (text == null || text.isBlank()) {
      return null;
    }
    var number = parsed(text, customersCountry);
    return number == null || !LIBRARY.isValidNumber(number)
        ? null
        : LIBRARY.format(number, PhoneNumberFormat.E164);
  }

  private @Nullable PhoneNumber parsed(String text, @Nullable String customersCountry) {
    var country = Countries.code(customersCountry);
    try {
      return LIBRARY.parse(
          dialled(text), country != null ? country : firm != null ? firm : INTERNATIONAL);
    } catch (NumberParseException e) {
      return null;
    }
  }

  /** As people of the firm's country write it; what has no E.164 stays as it was typed. */
  public String shown(String typed, @Nullable String e164) {
    if (e164 == null) {
      return typed;
    }
    try {
      var number = LIBRARY.parse(e164, INTERNATIONAL);
      boolean ours = LIBRARY.getRegionCodeForNumber(number).equals(firm);
      return LIBRARY.format(
          number, ours ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    } catch (NumberParseException e) {
      return typed;
    }
  }
}
