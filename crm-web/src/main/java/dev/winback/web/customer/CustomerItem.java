package dev.winback.web.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winback.report.CustomerFacts;
import dev.winback.report.CustomerRow;
import dev.winback.shared.Money;
import dev.winback.signal.Signal;
import dev.winback.value.Worth;
import dev.winback.web.layout.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A customer as the API tells him (api.md, "Shapes"); what is not computed yet is null. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CustomerItem(
    String ref,
    String name,
    @Nullable String stage,
    boolean fragile,
    List<Flag> signals,
    Category category,
    Value value) {

  /** Of a chance from 0 to 1. */
  private static final int CHANCE_DIGITS = 4;

  /** A signal with its sentence and the figures behind it. */
  record Flag(String kind, LocalDate since, String sentence, Map<String, Object> evidence) {

    static List<Flag> of(List<Signal> signals, Wording wording) {
      return signals.stream()
          .map(s -> new Flag(s.kind().code(), s.since(), wording.of(s.sentence()), s.evidence()))
          .toList();
    }
  }

  record Category(
      @Nullable String abc, @Nullable String xyz, @Nullable Boolean vip, @Nullable Integer group) {
    static Category of(CustomerRow row) {
      return new Category(row.abc(), row.xyz(), row.vip(), row.priorityGroup());
    }

    /** Nothing for who never bought, and before the first night. */
    static Category of(dev.winback.category.@Nullable Category c) {
      return c == null
          ? new Category(null, null, null, null)
          : new Category(c.abc().name(), c.xyz().name(), c.vip(), c.group().number());
    }
  }

  /** Money as a decimal string with its currency; days of rhythm and silence. */
  record Value(
      @Nullable BigDecimal rhythmDays,
      @Nullable Integer silentDays,
      @Nullable BigDecimal lateness,
      @Nullable BigDecimal active,
      @Nullable BigDecimal expectedPurchases,
      @Nullable Amount lifetimeValue,
      @Nullable Amount costOfLoss) {

    /** What the model expects is null as long as there is none. */
    static Value of(
        @Nullable BigDecimal rhythmDays,
        @Nullable Integer silentDays,
        @Nullable BigDecimal lateness,
        @Nullable Worth expected,
        @Nullable Amount costOfLoss) {
      return new Value(
          rhythmDays,
          silentDays,
          lateness,
          expected == null ? null : rounded(expected.active(), CHANCE_DIGITS),
          expected == null ? null : rounded(expected.expectedPurchases(), 2),
          expected == null ? null : Amount.of(expected.lifetimeValue()),
          costOfLoss);
    }

    private static BigDecimal rounded(double number, int digits) {
      return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP);
    }
  }

  record Amount(String amount, String currency) {

    static @Nullable Amount of(@Nullable Money money) {
      return money == null ? null : of(money.amount(), money.currency());
    }

    static @Nullable Amount of(@Nullable BigDecimal amount, @Nullable String currency) {
      return amount == null || currency == null
          ? null
          : new Amount(amount.toPlainString(), currency);
    }
  }

  static CustomerItem of(
      CustomerRow row, List<Flag> flags, @Nullable Worth expected, LocalDate asOf) {
    return new CustomerItem(
        row.ref(),
        row.name(),
        row.standing(),
        row.fragile(),
        flags,
        Category.of(row),
        value(row, expected, asOf));
  }

  private static Value value(CustomerRow row, @Nullable Worth expected, LocalDate asOf) {
    var silent =
        row.lastPurchase() == null
            ? null
            : (int) java.time.temporal.ChronoUnit.DAYS.between(row.lastPurchase(), asOf);
    return Value.of(
        row.rhythmDays(),
        silent,
        CustomerFacts.lateness(silent, row.rhythmDays()),
        expected,
        Amount.of(row.valueYear(), row.currency()));
  }
}
