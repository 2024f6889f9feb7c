package dev.winback.web.layout;

import dev.winback.signal.Signal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** How signals look, the same on every page; templates reach it as {@code @shownSignals}. */
@Component("shownSignals")
public class ShownSignals {

  private static final int DANGER_FROM = 180;
  private static final int SOLID_FROM = 360;

  private static final String OWN_GAP = "own-gap";

  private final Shown shown;
  private final Wording wording;

  ShownSignals(Shown shown, Wording wording) {
    this.shown = shown;
    this.wording = wording;
  }

  /** A class of silence in days: the firm's own, so that only the shipped ones tell how bad. */
  public Shown.Chip silence(int limit) {
    return limit >= SOLID_FROM
        ? new Shown.Chip("solid", "■", "signal.chip.days", limit)
        : limit >= DANGER_FROM
            ? new Shown.Chip("danger", "■", "signal.chip.days", limit)
            : new Shown.Chip("warning", "▲", "signal.chip.days", limit);
  }

  /** A figure behind a signal: a day, a month, money, a word of ours, or a number as it is. */
  public String figure(Signal signal, String name) {
    var text = String.valueOf(signal.evidence().get(name));
    if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return shown.day(LocalDate.parse(text));
    }
    if (text.matches("\\d{4}-\\d{2}")) {
      return String.valueOf(Shown.inWords(YearMonth.parse(text)));
    }
    if (text.equals(OWN_GAP)) {
      return wording.of("signal.figure.basis." + OWN_GAP, stored(signal, "limit"));
    }
    var currency = signal.evidence().get("currency");
    return currency != null && text.matches("\\d+\\.\\d{2}")
        ? shown.money(new BigDecimal(text), currency.toString())
        : wording.orCode("signal.figure." + name + ".", text);
  }

  /** A signal in two words. */
  public Shown.Chip signal(Signal signal) {
    var key = "signal.chip." + signal.kind().code();
    return switch (signal.kind()) {
      case SILENT -> silence(((Number) stored(signal, "class")).intValue());
      case LATE -> new Shown.Chip("warning", "▲", "signal.chip.rhythm");
      case MAX_GAP -> new Shown.Chip("warning", "▲", key, stored(signal, "limit"));
      case ENDED -> new Shown.Chip("danger", "■", key);
      case COMPLAINT ->
          "open".equals(stored(signal, "state"))
              ? new Shown.Chip("danger", "■", key)
              : new Shown.Chip("danger", "■", key + ".unsatisfied");
      case REQUESTS_WITHOUT_PURCHASE ->
          new Shown.Chip("info", "●", key, stored(signal, "requests"));
      case UNRESPONSIVE -> new Shown.Chip("", "●", key, unanswered(signal));
      case VOLUME_DROP -> new Shown.Chip("warning", "▼", key, stored(signal, "drop"));
      case FALLEN_VIP, VIP_PAID_LITTLE, MARGIN_SQUEEZE -> new Shown.Chip("warning", "▼", key);
      case NO_REQUESTS, CART, RISKY_MOMENT -> new Shown.Chip("info", "●", key);
      case STALE_CONTACT -> new Shown.Chip("warning", "▲", key);
    };
  }

  private static Object stored(Signal signal, String name) {
    return Objects.requireNonNull(signal.evidence().get(name), name);
  }

  private static Object unanswered(Signal signal) {
    return ((Number) stored(signal, "letters")).intValue()
        + ((Number) stored(signal, "calls")).intValue();
  }
}
