package dev.winback.web.lapse;

import dev.winback.report.LostFilter;
import dev.winback.report.LostSums;
import dev.winback.staff.Actor;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Shown;
import dev.winback.web.layout.Wording;
import dev.winback.web.worth.WorthShown;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The money above the lost list: of a filter the sum of what it shows, without one what all open
 * lapses cost.
 */
@Component
class LostMoney {

  /** A sum reads each row, which a count mostly does not: of more it is told to who asks. */
  static final int SUMMED = 1_000;

  private static final String[] FILTERS = {
    "q",
    "stage",
    "signal",
    "owner",
    "assignee",
    "min",
    "abc",
    "xyz",
    "vip",
    "group",
    "reason",
    "lostBy",
    "from",
    "to",
    "goods",
    "event",
    "work"
  };

  private final LostSums sums;
  private final WorthShown worth;
  private final Shown shown;
  private final Wording wording;

  LostMoney(LostSums sums, WorthShown worth, Shown shown, Wording wording) {
    this.sums = sums;
    this.worth = worth;
    this.shown = shown;
    this.wording = wording;
  }

  /** What all of it costs, where nothing is filtered. */
  void cost(ListAddress address, Actor actor, Model model) {
    model.addAttribute("cost", address.filled(FILTERS) == 0 ? worth.costOfLoss(actor) : null);
  }

  /** The sum of a filter of open lapses, of which a customer has one at most. */
  void sum(LostFilter filter, int count, int most, ListAddress address, Actor actor, Model model) {
    boolean asked = filter.ofOpen() && address.filled(FILTERS) > 0 && count > 0;
    model.addAttribute("unsummed", asked && count > most);
    model.addAttribute("sum", asked && count <= most ? told(filter, actor) : "");
  }

  private String told(LostFilter filter, Actor actor) {
    var each =
        sums.valueYear(filter, actor).stream()
            .map(sum -> shown.whole(sum.amount(), sum.currency()))
            .collect(Collectors.joining(" + "));
    return each.isEmpty() ? "" : wording.of("lost.sum", each);
  }
}
