package dev.winback.web.worth;

import dev.winback.lapse.LapseId;
import dev.winback.shared.Money;
import dev.winback.staff.Actor;
import dev.winback.worth.CaseWorth;
import dev.winback.worth.Considerations;
import dev.winback.worth.CriterionRow;
import dev.winback.worth.Effect;
import dev.winback.worth.Explanation;
import dev.winback.worth.Worths;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a loss is worth, for scripts. */
@RestController
@RequestMapping("/api/v1/lapses/{id}/worth")
class WorthApi {

  private final Worths worths;
  private final Considerations considerations;

  WorthApi(Worths worths, Considerations considerations) {
    this.worths = worths;
    this.considerations = considerations;
  }

  /** Chances from 0 to 1, money as a decimal string; worth is null as long as there is no model. */
  record Item(String id, @Nullable Weighed worth, List<Judged> criteria) {}

  record Weighed(
      double unasked,
      double chance,
      double low,
      double high,
      String channel,
      int offerPercent,
      @Nullable Amount secondLife,
      @Nullable String offerKind,
      boolean offerAsks,
      @Nullable Amount offer,
      @Nullable Amount effort,
      @Nullable Amount gain,
      String verdict,
      List<Effect> effects,
      int outcomes) {}

  record Amount(String amount, String currency) {

    static @Nullable Amount of(@Nullable Money money) {
      return money == null ? null : new Amount(money.amount().toPlainString(), money.currency());
    }
  }

  record Judged(String criterion, boolean speaksFor, boolean holds, boolean marked) {

    static Judged of(CriterionRow row) {
      return new Judged(
          row.criterion().code(), row.criterion().speaksFor(), row.holds(), row.marked() != null);
    }
  }

  @GetMapping
  Item worth(@PathVariable LapseId id, Actor actor) {
    return new Item(
        Long.toString(id.value()),
        worths.of(id, actor).map(WorthApi::weighed).orElse(null),
        considerations.criteria(id, actor).stream().map(Judged::of).toList());
  }

  private static Weighed weighed(Explanation e) {
    CaseWorth w = e.worth();
    return new Weighed(
        w.unasked(),
        w.chance(),
        w.low(),
        w.high(),
        w.channel().code(),
        w.percent(),
        Amount.of(w.secondLife()),
        w.offerKind(),
        w.offerAsks(),
        Amount.of(w.offer()),
        Amount.of(w.effort()),
        Amount.of(w.gain()),
        w.verdict().code(),
        e.effects(),
        e.outcomes());
  }
}
