package dev.winback.category;

import dev.winback.shared.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/**
 * How customers are put into categories: A and B end at these percents of the sum, X and Y at these
 * coefficients of variation; {@code share} is percent of the number of payers, {@code months} how
 * many complete months make the VIP list.
 */
public record CategorySettings(
    Criterion criterion,
    BigDecimal a,
    BigDecimal b,
    BigDecimal x,
    BigDecimal y,
    Way way,
    BigDecimal share,
    int months,
    Approach approach) {

  public static final CategorySettings DEFAULT =
      new CategorySettings(
          Criterion.AMOUNT,
          new BigDecimal("80"),
          new BigDecimal("95"),
          new BigDecimal("0.5"),
          new BigDecimal("1"),
          Way.MONTHLY,
          new BigDecimal("20"),
          6,
          Approach.GOOD);

  /** How months become the VIP list. */
  public enum Way {
    /** The best of each month, put together (DEC-03). */
    MONTHLY,
    /** The best by the sum of the months: who pays much but once may be missed (DEC-04). */
    TOTAL;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How those who are no VIPs are told apart (DEC-07). */
  public enum Approach {
    /** The 20 % at the bottom are difficult, the rest ordinary. */
    DIFFICULT,
    /** The next 20 % and fallen VIPs are good, the rest customers. */
    GOOD;

    /** What those are who are no VIPs. */
    public List<SecondCategory> seconds() {
      return this == GOOD
          ? List.of(SecondCategory.GOOD, SecondCategory.CUSTOMER)
          : List.of(SecondCategory.ORDINARY, SecondCategory.DIFFICULT);
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The same with two decimals, refused where they make no sense. */
  CategorySettings checked() {
    require(a.signum() > 0 && a.compareTo(HUNDRED) < 0, "a", "refused.category.a");
    require(b.compareTo(a) > 0 && b.compareTo(HUNDRED) <= 0, "b", "refused.category.b");
    require(x.signum() > 0 && x.compareTo(BigDecimal.TEN) < 0, "x", "refused.category.x");
    require(y.compareTo(x) > 0 && y.compareTo(BigDecimal.TEN) < 0, "y", "refused.category.y");
    require(share.signum() > 0 && share.compareTo(HUNDRED) <= 0, "share", "refused.category.share");
    int most = way == Way.TOTAL ? 5 : 11;
    int fewest = way == Way.TOTAL ? 3 : 1;
    if (months < fewest || months > most) {
      throw Refused.field("months", "refused.category.months", fewest, most);
    }
    return new CategorySettings(
        criterion, two(a), two(b), two(x), two(y), way, two(share), months, approach);
  }

  private static void require(boolean holds, String field, String key) {
    if (!holds) {
      throw Refused.field(field, key);
    }
  }

  private static BigDecimal two(BigDecimal number) {
    return number.setScale(2, RoundingMode.HALF_UP);
  }

  /** In hundredths. */
  static int hundredths(BigDecimal number) {
    return number.movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValueExact();
  }

  /** The number of the first month that makes the list. */
  int firstMonth() {
    return Months.COMPLETE - months;
  }
}
