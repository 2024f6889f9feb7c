package dev.winback.customer;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
  NOTE,
  KIND;

  /** As the column is called outside (api.md). */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As the column of the table is called. */
  String stored() {
    return this == OWNER ? "owner_id" : column();
  }

  /** As PostgreSQL calls what the column holds. */
  String type() {
    return switch (this) {
      case CALL_FROM, CALL_UNTIL -> "time";
      case OWNER -> "bigint";
      case EMAIL_CONSENT, FLAGSHIP, PAYS_BADLY -> "boolean";
      case CONSENT_AT -> "timestamptz";
      case REFERRALS -> "integer";
      case BIRTHDAY -> "date";
      default -> "text";
    };
  }

  /** What stands where nobody said anything; null where that is nothing. */
  @Nullable String unsaid() {
    return switch (this) {
      case REFERRALS -> "0";
      case FLAGSHIP, PAYS_BADLY -> "false";
      case STATUS -> "'active'";
      default -> null;
    };
  }

  long bit() {
    return 1L << ordinal();
  }
}
