package dev.winback.signal;

import dev.winback.category.VipStanding;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * DET-15: a VIP who paid little in the last complete month, against his own average of the months
 * of the list before it. Who left out one of them has no month that is usual.
 */
record VipPaidLittle(Limits limits) implements Rule {

  @Override
  public SignalKind kind() {
    return SignalKind.VIP_PAID_LITTLE;
  }

  @Override
  public @Nullable Evidence see(History history, LocalDate day) {
    var standing = history.standing();
    return standing != null && standing.vip() && little(standing) ? evidence(standing) : null;
  }

  private boolean little(VipStanding standing) {
    int months = standing.list() - 1;
    return standing.payments() >= Math.min(limits.vipMonths(), months)
        && standing.last() * 100 * months < standing.before() * limits.vipShare();
  }

  private Evidence evidence(VipStanding standing) {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("month", standing.month().toString());
    figures.put("amount", Cents.text(standing.last()));
    figures.put("norm", Cents.text(Math.round((double) standing.before() / (standing.list() - 1))));
    figures.put("currency", standing.currency());
    return Evidence.weak(kind(), standing.since(), figures);
  }
}
