package dev.winback.signal;

import dev.winback.shared.Money;
import dev.winback.shared.Sentence;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts the stored figures and the days since into a sentence and its evidence. */
final class Sentences {

  /** The reasons of stale-contact.sql in the order of the sentence. */
  private static final List<String> STALE =
      List.of("bounced", "wrong-number", "moved", "unreadable", "unreachable", "unconfirmed");

  private final SignalKind kind;
  private final LocalDate since;
  private final LocalDate asOf;
  private final Map<String, Object> figures;

  private Sentences(SignalKind kind, LocalDate since, LocalDate asOf, Map<String, Object> figures) {
    this.kind = kind;
    this.since = since;
    this.asOf = asOf;
    this.figures = new LinkedHashMap<>(figures);
  }

  static Signal signal(
      SignalKind kind,
      LocalDate since,
      boolean weak,
      @Nullable LocalDate lastPurchase,
      LocalDate asOf,
      Map<String, Object> stored) {
    var told = new Sentences(kind, since, asOf, new LinkedHashMap<>());
    if (kind.ofSilence() && lastPurchase != null) {
      told.figures.put("days", ChronoUnit.DAYS.between(lastPurchase, asOf));
    }
    told.figures.putAll(stored);
    if (kind.ofSilence() && lastPurchase != null) {
      told.figures.put("lastPurchase", lastPurchase.toString());
    }
    var sentence = told.sentence();
    return new Signal(kind, since, weak, sentence, told.figures);
  }

  private Sentence sentence() {
    return kind.ofLoss() && figures.containsKey("seasonTo")
        ? say("signal.season.passed", number("days"), day("seasonFrom"), day("seasonTo"))
        : ofKind();
  }

  private Sentence ofKind() {
    return switch (kind) {
      case SILENT -> say("signal.silent", number("days"), number("class"));
      case LATE -> late();
      case MAX_GAP -> say("signal.max-gap", number("days"), number("limit"));
      case NO_REQUESTS -> say("signal.no-requests", day("lastRequest"), number("months"));
      case REQUESTS_WITHOUT_PURCHASE ->
          say("signal.requests-without-purchase", number("requests"), day("lastRequest"));
      case UNRESPONSIVE -> say("signal.unresponsive", number("letters"), number("calls"));
      case VOLUME_DROP ->
          say(
              "signal.volume-drop." + text("against"),
              number("drop"),
              money("amount"),
              money("norm"));
      case CART -> say("signal.cart." + text("state"), since);
      case ENDED -> say("signal.ended", since);
      case FALLEN_VIP -> say("signal.fallen-vip", number("list"), month(), money("amount"));
      case VIP_PAID_LITTLE ->
          say("signal.vip-paid-little", money("amount"), month(), money("norm"));
      case MARGIN_SQUEEZE ->
          say("signal.margin-squeeze", number("margin"), money("amount"), number("list"), month());
      case COMPLAINT -> say("signal.complaint." + text("state"), since, optional("severity"));
      case RISKY_MOMENT -> moment();
      case STALE_CONTACT -> stale();
    };
  }

  private static Sentence say(String key, Object... said) {
    return Sentence.of(key, said);
  }

  private Sentence late() {
    var days = number("days");
    var rhythm = optionalNumber("rhythm");
    if (rhythm != null && rhythm.signum() > 0) {
      figures.put("times", days.divide(rhythm, 2, RoundingMode.HALF_UP));
    }
    var mean = rhythm == null ? BigDecimal.ZERO : rhythm.setScale(0, RoundingMode.HALF_UP);
    return say(
        "signal.late." + text("basis"),
        number(rhythm == null ? "purchases" : "visits"),
        mean,
        days,
        figures.getOrDefault("times", BigDecimal.ZERO),
        number("limit"),
        Objects.requireNonNullElse(optionalNumber("share"), BigDecimal.ZERO));
  }

  private Sentence moment() {
    var title = text("title");
    return title.isEmpty()
        ? say("signal.risky-moment.welcome", day("day"))
        : say("signal.risky-moment", day("day"), title);
  }

  /** One figure for each reason, 1 where it holds, and the days since the data were confirmed. */
  private Sentence stale() {
    var why = (List<?>) Objects.requireNonNull(figures.get("why"));
    var said = new ArrayList<Object>();
    STALE.forEach(code -> said.add(why.contains(code) ? 1 : 0));
    said.add(ChronoUnit.DAYS.between(day("confirmed"), asOf));
    return Sentence.of("signal.stale-contact", said.toArray());
  }

  private BigDecimal number(String name) {
    return Objects.requireNonNull(optionalNumber(name), name);
  }

  private @Nullable BigDecimal optionalNumber(String name) {
    var figure = figures.get(name);
    return figure == null ? null : new BigDecimal(figure.toString());
  }

  private Object optional(String name) {
    return figures.getOrDefault(name, 0);
  }

  private YearMonth month() {
    return YearMonth.parse(text("month"));
  }

  private LocalDate day(String name) {
    return LocalDate.parse(text(name));
  }

  private Money money(String name) {
    return Money.of(text(name), text("currency"));
  }

  private String text(String name) {
    return String.valueOf(figures.get(name));
  }
}
