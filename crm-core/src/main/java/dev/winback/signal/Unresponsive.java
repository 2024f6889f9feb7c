package dev.winback.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * DET-04, the third sign: so many letters and calls in a row without an answer. They count only if
 * we kept the rules: the letter asked for an answer and has had its days, the time of the call was
 * agreed. A purchase, a request, and any word from the customer begin the count anew.
 */
record Unresponsive(Limits limits) implements Rule {

  @Override
  public SignalKind kind() {
    return SignalKind.UNRESPONSIVE;
  }

  @Override
  public @Nullable Evidence see(History history, LocalDate day) {
    var unanswered = unanswered(history, day);
    if (unanswered.size() < limits.unanswered()) {
      return null;
    }
    long calls = unanswered.stream().filter(h -> h.kind() == Happening.Kind.MISSED_CALL).count();
    return Evidence.weak(
        kind(),
        unanswered.get(limits.unanswered() - 1).over(),
        Map.of("letters", unanswered.size() - calls, "calls", calls));
  }

  /** In the order in which the time for an answer was over. */
  private List<Happening> unanswered(History history, LocalDate day) {
    var waiting = new ArrayList<Happening>();
    for (var happening : history.sinceLastPurchase()) {
      switch (happening.kind()) {
        case MISSED_CALL -> waiting.add(answeredBy(happening, 0));
        case ASKED_BY_LETTER -> waiting.add(answeredBy(happening, limits.answerDays()));
        case HEARD, REQUEST, CART, COMPLAINT -> waiting.clear();
        case ENDED -> waiting.clear();
      }
    }
    return waiting.stream()
        .filter(h -> !h.over().isAfter(day))
        .sorted(java.util.Comparator.comparing(Happening::over))
        .toList();
  }

  private static Happening answeredBy(Happening asked, int days) {
    return new Happening(
        asked.kind(), asked.at(), asked.day(), asked.day().plusDays(days), asked.detail());
  }
}
