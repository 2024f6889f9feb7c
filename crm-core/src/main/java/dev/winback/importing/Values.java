package dev.winback.importing;

import dev.winback.customer.PhoneNumbers;
import dev.winback.shared.BusinessClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns cells into values the way one file writes them, or says what is wrong with them. */
record Values(
    Notation notation,
    BusinessClock clock,
    KnownMembers members,
    PhoneNumbers phones,
    Currency firm,
    @Nullable String shop) {

  /** Before it nobody bought who could come back, and few who were born could. */
  static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

  private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

  /** Of a file of one of several shops, which counts its orders and customers for itself. */
  Values of(@Nullable String host) {
    return new Values(notation, clock, members, phones, firm, host);
  }

  /** A number with as many decimals as it has. */
  @Nullable BigDecimal number(Cells cells, String column) {
    var text = cells.get(column);
    if (text == null) {
      return null;
    }
    var number = Numbers.parse(text, notation.decimal());
    if (number == null) {
      throw new BadCell(
          column, "number", shown(text), notation.decimal() == ',' ? "12,34" : "12.34");
    }
    return number;
  }

  /** In the currency that the row says, else the firm's. */
  @Nullable BigDecimal money(Cells cells, String column) {
    var number = sum(cells, column);
    return number == null
        ? null
        : Sums.checked(number, cells.require(column), column, currency(cells));
  }

  /** A number that is money, with as many decimals as it has. */
  @Nullable BigDecimal sum(Cells cells, String column) {
    var number = number(cells, column);
    return number == null
        ? null
        : Sums.certain(number, cells.require(column), column, notation, currency(cells));
  }

  /** Of an unknown currency nothing but itself is wrong. */
  private Currency currency(Cells cells) {
    var text = cells.get("currency");
    return text == null ? firm : Objects.requireNonNullElse(Sums.currency(text), firm);
  }

  @Nullable BigDecimal notNegative(Cells cells, String column) {
    var number = money(cells, column);
    if (number != null && number.signum() < 0) {
      throw new BadCell(column, "negative", shown(cells.require(column)));
    }
    return number;
  }

  BigDecimal requiredAmount(Cells cells, String column) {
    cells.require(column);
    return Objects.requireNonNull(notNegative(cells, column));
  }

  @Nullable String currency(Cells cells, String column) {
    var text = cells.get(column);
    return text == null ? null : Sums.required(text, column).getCurrencyCode();
  }

  @Nullable Integer count(Cells cells, String column) {
    var text = cells.get(column);
    if (text == null) {
      return null;
    }
    if (text.length() > 20) {
      throw new BadCell(column, "count", shown(text));
    }
    var number = Numbers.parse(text, notation.decimal());
    if (number == null || number.signum() > 0 && !isInteger(number)) {
      throw new BadCell(column, "count", shown(text));
    }
    if (number.signum() < 0) {
      throw new BadCell(column, "negative", shown(text));
    }
    return number.intValue();
  }

  private static boolean isInteger(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0 && number.compareTo(MOST) <= 0;
  }

  /** A moment that has come: later than the business date is the future. */
  Instant past(Cells cells, String column) {
    var text = cells.require(column);
    var moment = moment(text, column);
    // a moment before now is past in every zone; only the rest of today needs a calendar
    if (moment.isAfter(clock.instant()) && clock.day(moment).isAfter(clock.today())) {
      throw new BadCell(column, "future", shown(text), clock.today().toString());
    }
    return moment;
  }

  /**
   * A moment that has come and is not before the time of the fact. A day without a time of day may
   * be the day of the fact.
   */
  @Nullable Instant pastSince(Instant time, Cells cells, String column) {
    var moment = pastOrNone(cells, column);
    if (moment != null && moment.isBefore(time) && !isDayOf(moment, time)) {
      throw new BadCell(
          column, "before-time", shown(cells.require(column)), shown(cells.require("time")));
    }
    return moment;
  }

  private boolean isDayOf(Instant moment, Instant time) {
    return clock.day(time).atStartOfDay(clock.getZone()).toInstant().equals(moment);
  }

  @Nullable Instant pastOrNone(Cells cells, String column) {
    return cells.get(column) == null ? null : past(cells, column);
  }

  @Nullable Instant momentOrNone(Cells cells, String column) {
    var text = cells.get(column);
    return text == null ? null : moment(text, column);
  }

  private Instant moment(String text, String column) {
    var moment = Moments.parse(text, notation.monthFirst(), clock.getZone());
    if (moment == null) {
      throw new BadCell(column, Moments.reason(text), shown(text), notation.dateExample());
    }
    if (moment.isBefore(EARLIEST)) {
      throw new BadCell(column, "too-early", shown(text));
    }
    return moment;
  }

  @Nullable LocalDate pastDay(Cells cells, String column) {
    var moment = pastOrNone(cells, column);
    return moment == null ? null : clock.day(moment);
  }

  /** A day that may be to come. */
  @Nullable LocalDate dayOrNone(Cells cells, String column) {
    var moment = momentOrNone(cells, column);
    return moment == null ? null : clock.day(moment);
  }

  @Nullable Boolean flag(Cells cells, String column) {
    var text = cells.get(column);
    var flag = text == null ? null : FileWords.flag(text);
    if (text != null && flag == null) {
      throw new BadCell(column, "flag", shown(text));
    }
    return flag;
  }

  <E extends Enum<E>> @Nullable E word(Cells cells, String column, Class<E> words) {
    var text = cells.get(column);
    return text == null ? null : Words.one(text, column, words);
  }

  @Nullable Long member(Cells cells, String column) {
    var text = cells.get(column);
    if (text == null) {
      return null;
    }
    var member = members.named(text.toLowerCase(Locale.ROOT));
    if (member == null) {
      throw new BadCell(column, "member", shown(text));
    }
    return member;
  }

  /** As much of a cell as a sentence can carry. */
  static String shown(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "…";
  }
}
