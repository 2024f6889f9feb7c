package dev.winback.signal;

import dev.winback.category.VipStanding;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** DET-16: was on the list of VIPs that ended a month ago and is not on the one that ends now. */
record FallenVip() implements Rule {

  @Override
  public SignalKind kind() {
    return SignalKind.FALLEN_VIP;
  }

  @Override
  public @Nullable Evidence see(History history, LocalDate day) {
    var standing = history.standing();
    return standing == null || standing.vip() ? null : evidence(standing);
  }

  private Evidence evidence(VipStanding standing) {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("month", standing.month().toString());
    figures.put("list", standing.list());
    figures.put("amount", Cents.text(standing.paid()));
    figures.put("currency", standing.currency());
    return Evidence.weak(kind(), standing.since(), figures);
  }
}
