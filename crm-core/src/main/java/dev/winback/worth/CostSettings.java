package dev.winback.worth;

import dev.winback.shared.Refused;
import dev.winback.value.ValueTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What winning back costs and earns, in the firm's currency: percent of the turnover kept as
 * margin, an hour of a rep, a letter by e-mail, minutes of a call with all that belongs to it;
 * salary and rent of a month, into which losses are translated (DEC-12), null as long as nobody has
 * said.
 */
public record CostSettings(
    BigDecimal marginPercent,
    BigDecimal hourlyCost,
    BigDecimal letterCost,
    int callMinutes,
    @Nullable BigDecimal salary,
    @Nullable BigDecimal rent) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal DEAREST = BigDecimal.valueOf(10_000);
  private static final BigDecimal GREATEST = BigDecimal.valueOf(1_000_000_000);
  private static final int LONGEST = 480;
  private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

  /** How worth is counted with this margin. */
  ValueTerms terms() {
    return ValueTerms.DEFAULT.margin(marginPercent.doubleValue() / 100);
  }

  /** Money of one call, with six decimals. */
  public BigDecimal call() {
    return calls(1);
  }

  /** Money of so many calls, with six decimals. */
  public BigDecimal calls(long calls) {
    return hourlyCost
        .multiply(BigDecimal.valueOf(calls * callMinutes))
        .divide(MINUTES, 6, RoundingMode.HALF_UP);
  }

  /** Money of so many calls and letters, to the cent. */
  BigDecimal of(int calls, int letters) {
    return two(calls(calls).add(letterCost.multiply(BigDecimal.valueOf(letters))));
  }

  /** The same with two decimals, refused with the field that is out of its range. */
  CostSettings checked() {
    between("marginPercent", marginPercent, new BigDecimal("0.01"), HUNDRED);
    between("hourlyCost", hourlyCost, BigDecimal.ZERO, DEAREST);
    between("letterCost", letterCost, BigDecimal.ZERO, HUNDRED);
    between(
        "callMinutes",
        BigDecimal.valueOf(callMinutes),
        BigDecimal.ONE,
        BigDecimal.valueOf(LONGEST));
    monthly("salary", salary);
    monthly("rent", rent);
    return new CostSettings(
        two(marginPercent),
        two(hourlyCost),
        two(letterCost),
        callMinutes,
        maybe(salary),
        maybe(rent));
  }

  private static void monthly(String field, @Nullable BigDecimal amount) {
    if (amount != null) {
      between(field, amount, BigDecimal.ONE, GREATEST);
    }
  }

  private static void between(String field, BigDecimal value, BigDecimal least, BigDecimal most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw Refused.field(field, "refused.between", least, most, value);
    }
  }

  private static @Nullable BigDecimal maybe(@Nullable BigDecimal amount) {
    return amount == null ? null : two(amount);
  }

  private static BigDecimal two(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }
}
