package dev.winback.signal;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * DET-17: a day on which customers like to leave, told for this customer or so many days after the
 * first purchase (the end of a welcome discount); from some days before it until as many after,
 * unless he bought after the day.
 */
record RiskyMoment(Limits limits) implements Rule {

  @Override
  public SignalKind kind() {
    return SignalKind.RISKY_MOMENT;
  }

  @Override
  public @Nullable Evidence see(History history, LocalDate day) {
    return Stream.concat(history.traits().moments().stream(), welcome(history))
        .filter(moment -> near(moment.day(), day) && history.last().day().isBefore(moment.day()))
        .min(java.util.Comparator.comparing(Traits.Moment::day))
        .map(this::evidence)
        .orElse(null);
  }

  private Stream<Traits.Moment> welcome(History history) {
    var days = limits.welcomeDays();
    return days == null
        ? Stream.empty()
        : Stream.of(new Traits.Moment(history.first().day().plusDays(days), ""));
  }

  private boolean near(LocalDate moment, LocalDate day) {
    return !day.isBefore(moment.minusDays(limits.momentDays()))
        && !day.isAfter(moment.plusDays(limits.momentDays()));
  }

  private Evidence evidence(Traits.Moment moment) {
    return Evidence.weak(
        kind(),
        moment.day().minusDays(limits.momentDays()),
        Map.of("day", moment.day().toString(), "title", moment.title()));
  }
}
