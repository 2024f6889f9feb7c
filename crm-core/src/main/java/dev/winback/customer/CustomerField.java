package dev.winback.customer;

import java.util.Locale;

/** What may be told of a customer besides his number, in the order of the staging columns. */
public enum CustomerField {
  NAME,
  FIRST_NAME,
  LAST_NAME,
  COMPANY,
  EMAIL,
  PHONE,
  CITY,
  COUNTRY,
  LANGUAGE,
  TIME_ZONE,
  PREFERRED_CHANNEL,
  CALL_FROM,
  CALL_UNTIL,
  OWNER,
  EMAIL_CONSENT,
  CONSENT_AT,
  CONSENT_SOURCE,
  REFERRALS,
  BIRTHDAY,
  HOBBIES,
  FLAGSHIP,
  PAYS_BADLY,
  STATUS,
  NOTE;

  /** As the column is called outside (api.md). */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  long bit() {
    return 1L << ordinal();
  }
}
