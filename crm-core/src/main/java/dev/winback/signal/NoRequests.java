package dev.winback.signal;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * DET-02, the first sign: who used to ask has not asked for three calendar months, and has not
 * bought since he asked last.
 */
record NoRequests(Limits limits) implements Rule {

  @Override
  public SignalKind kind() {
    return SignalKind.NO_REQUESTS;
  }

  @Override
  public @Nullable Evidence see(History history, LocalDate day) {
    var last = history.all(Happening.Kind.REQUEST).reduce((before, after) -> after).orElse(null);
    if (last == null || history.boughtFrom(last)) {
      return null;
    }
    var since = last.day().plusMonths(limits.requestMonths());
    return day.isBefore(since)
        ? null
        : Evidence.weak(
            kind(),
            since,
            Map.of("lastRequest", last.day().toString(), "months", limits.requestMonths()));
  }
}
