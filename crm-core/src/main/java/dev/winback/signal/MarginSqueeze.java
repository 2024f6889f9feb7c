package dev.winback.signal;

import dev.winback.category.VipStanding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * DET-19: a VIP who pays much while profit tends to zero, over the months of the list. Only what
 * has a known margin is judged, and only where that is half of what he paid at least.
 */
record MarginSqueeze(Limits limits) implements Rule {

  @Override
  public SignalKind kind() {
    return SignalKind.MARGIN_SQUEEZE;
  }

  @Override
  public @Nullable Evidence see(History history, LocalDate day) {
    var standing = history.standing();
    return standing != null && standing.vip() && squeezed(standing) ? evidence(standing) : null;
  }

  private boolean squeezed(VipStanding standing) {
    return standing.ofMargin() > 0
        && standing.ofMargin() * 2 >= standing.paid()
        && standing.margin() * 100 < standing.ofMargin() * limits.marginShare();
  }

  private Evidence evidence(VipStanding standing) {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("month", standing.month().toString());
    figures.put("list", standing.list());
    figures.put("amount", Cents.text(standing.ofMargin()));
    figures.put("margin", percent(standing));
    figures.put("currency", standing.currency());
    return Evidence.weak(kind(), standing.since(), figures);
  }

  private static BigDecimal percent(VipStanding standing) {
    return BigDecimal.valueOf(standing.margin() * 100)
        .divide(BigDecimal.valueOf(standing.ofMargin()), 1, RoundingMode.HALF_UP);
  }
}
