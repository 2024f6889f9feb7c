package dev.winback.grant;

import dev.winback.shared.Refused;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The terms in the row: as asked for and as granted, with what was known of the money then. */
@Embeddable
class Bargain {

  private String kind = "";
  private @Nullable String plus;
  private int askedPercent;
  private int percent;
  private BigDecimal askedFixed = BigDecimal.ZERO;
  private BigDecimal fixed = BigDecimal.ZERO;
  private BigDecimal share = BigDecimal.ZERO;
  private @Nullable BigDecimal debt;
  private int prepaid;
  private @Nullable BigDecimal orderMean;
  private BigDecimal marginPercent = BigDecimal.ZERO;
  private BigDecimal floorPercent = BigDecimal.ZERO;
  private int mostPercent;
  private @Nullable BigDecimal cost;
  private @Nullable BigDecimal marginAfter;

  @JdbcTypeCode(SqlTypes.CHAR)
  private String currency = "";

  protected Bargain() {}

  Bargain(Terms terms) {
    kind = terms.kind();
    plus = terms.plus();
    askedPercent = terms.percent();
    askedFixed = terms.fixed();
    share = terms.share();
    debt = terms.debt();
    prepaid = terms.prepaid();
    orderMean = terms.order();
    marginPercent = terms.marginPercent();
    floorPercent = terms.floorPercent();
    mostPercent = terms.mostPercent();
    currency = terms.currency();
    set(terms);
  }

  private void set(Terms terms) {
    percent = terms.percent();
    fixed = terms.fixed();
    cost = terms.cost();
    marginAfter = terms.marginAfter();
  }

  Terms terms() {
    return new Terms(
        kind,
        plus,
        percent,
        fixed,
        share,
        debt,
        prepaid,
        orderMean,
        marginPercent,
        floorPercent,
        mostPercent,
        currency);
  }

  /** Less than was asked for; null: as asked. */
  void lower(@Nullable Integer lowerPercent, @Nullable BigDecimal lowerFixed) {
    int wanted = lowerPercent == null ? percent : lowerPercent;
    var money = lowerFixed == null ? fixed : lowerFixed;
    boolean nothing = wanted < Math.min(askedPercent, 1);
    if (wanted > askedPercent || nothing || debt != null && wanted < Scrutiny.LEAST_OF_DEBT) {
      throw Refused.field("percent", "grant.refused.smaller", askedPercent);
    }
    if (money.signum() < 0 || money.compareTo(askedFixed) > 0) {
      throw Refused.field("fixed", "grant.refused.smaller-cost", askedFixed);
    }
    set(terms().with(wanted, money));
  }

  void asAsked() {
    set(terms().with(askedPercent, askedFixed));
  }
}
