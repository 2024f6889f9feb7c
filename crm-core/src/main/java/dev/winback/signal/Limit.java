package dev.winback.signal;

import dev.winback.shared.Refused;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may be set of one limit: its name in {@link Limits}, the rule it belongs to, its smallest
 * and largest value, whether it may be left empty.
 */
public enum Limit {
  LOST_CLASS("lostClass", SignalKind.SILENT, "2", "3650", false, true),
  LATE_SHARE("lateShare", SignalKind.LATE, "0.01", "0.50", false, false),
  LOST_SHARE("lostShare", SignalKind.LATE, "0.005", "0.50", false, false),
  LATE_TIMES("lateTimes", SignalKind.LATE, "1", "20", false, false),
  LOST_TIMES("lostTimes", SignalKind.LATE, "1", "50", false, false),
  LATE_PURCHASES("latePurchases", SignalKind.LATE, "2", "50", false, true),
  LATE_DAYS("lateDays", SignalKind.LATE, "1", "365", false, true),
  SEASON_SHARE("seasonShare", SignalKind.SILENT, "50", "100", false, true),
  MAX_GAP("maxGap", SignalKind.MAX_GAP, "1", "3650", true, true),
  REQUEST_MONTHS("requestMonths", SignalKind.NO_REQUESTS, "1", "36", false, true),
  REQUESTS("requestsWithoutPurchase", SignalKind.REQUESTS_WITHOUT_PURCHASE, "2", "20", false, true),
  UNANSWERED("unanswered", SignalKind.UNRESPONSIVE, "2", "20", false, true),
  ANSWER_DAYS("answerDays", SignalKind.UNRESPONSIVE, "1", "90", false, true),
  VOLUME_SHARE("volumeShare", SignalKind.VOLUME_DROP, "5", "95", false, true),
  VOLUME_PURCHASES("volumePurchases", SignalKind.VOLUME_DROP, "2", "50", false, true),
  CART_DAYS("cartDays", SignalKind.CART, "1", "365", false, true),
  COMPLAINT_DAYS("complaintDays", SignalKind.COMPLAINT, "1", "3650", false, true),
  VIP_SHARE("vipShare", SignalKind.VIP_PAID_LITTLE, "5", "95", false, true),
  VIP_MONTHS("vipMonths", SignalKind.VIP_PAID_LITTLE, "1", "10", false, true),
  MARGIN_SHARE("marginShare", SignalKind.MARGIN_SQUEEZE, "0", "50", false, true),
  WELCOME_DAYS("welcomeDays", SignalKind.RISKY_MOMENT, "1", "3650", true, true),
  MOMENT_DAYS("momentDays", SignalKind.RISKY_MOMENT, "1", "90", false, true);

  private final String field;
  private final SignalKind rule;
  private final BigDecimal least;
  private final BigDecimal most;
  private final boolean optional;
  private final boolean whole;

  Limit(String field, SignalKind rule, String least, String most, boolean optional, boolean whole) {
    this.field = field;
    this.rule = rule;
    this.least = new BigDecimal(least);
    this.most = new BigDecimal(most);
    this.optional = optional;
    this.whole = whole;
  }

  /** The name in answers and forms. */
  public String field() {
    return field;
  }

  public SignalKind rule() {
    return rule;
  }

  public BigDecimal least() {
    return least;
  }

  public BigDecimal most() {
    return most;
  }

  /** May be left empty: then there is no such rule. */
  public boolean optional() {
    return optional;
  }

  public boolean whole() {
    return whole;
  }

  static Optional<Limit> ofField(String name) {
    return Arrays.stream(values()).filter(limit -> limit.field.equals(name)).findFirst();
  }

  /** The number that was written, or null where that is allowed. */
  @Nullable Number read(@Nullable Object written) {
    var text = written == null ? "" : written.toString().strip();
    if (text.isEmpty() && optional) {
      return null;
    }
    var number = number(text);
    if (number == null || number.compareTo(least) < 0 || number.compareTo(most) > 0) {
      throw refused(text);
    }
    return whole ? (Number) number.intValueExact() : number;
  }

  private @Nullable BigDecimal number(String text) {
    try {
      var number = new BigDecimal(text.replace(',', '.'));
      return whole && number.stripTrailingZeros().scale() > 0 ? null : number;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private Refused refused(String text) {
    var key = whole ? "refused.limit.whole" : "refused.limit.number";
    return Refused.field(field, key, text, least.toPlainString(), most.toPlainString());
  }
}
