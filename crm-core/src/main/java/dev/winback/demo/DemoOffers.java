package dev.winback.demo;

import dev.winback.grant.Choices;
import dev.winback.grant.GrantId;
import dev.winback.grant.GrantLists;
import dev.winback.grant.Grants;
import dev.winback.grant.OfferChoice;
import dev.winback.grant.OfferEntry;
import dev.winback.lapse.LapseFilter;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.staff.Actor;
import dev.winback.staff.Staff;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the demo firm's reps have offered, and what waits for the manager. */
@Component
class DemoOffers {

  private static final int LOSSES = 40;
  private static final List<String> STORY =
      List.of("give", "accept", "ask", "decline", "approve", "ask", "give");

  private final Grants grants;
  private final GrantLists lists;
  private final Choices choices;
  private final Lapses lapses;
  private final Staff staff;

  DemoOffers(Grants grants, GrantLists lists, Choices choices, Lapses lapses, Staff staff) {
    this.grants = grants;
    this.lists = lists;
    this.choices = choices;
    this.lapses = lapses;
    this.staff = staff;
  }

  void offer() {
    var rep = staff.actor("rep");
    var mine = new LapseFilter(null, null, rep.login());
    var open =
        lapses.rows(mine, null, LOSSES, rep).items().stream()
            .filter(row -> row.stage().open())
            .limit(STORY.size())
            .toList();
    for (int i = 0; i < open.size(); i++) {
      play(STORY.get(i), open.get(i).id(), rep);
    }
  }

  private void play(String act, LapseId lapse, Actor rep) {
    boolean asks = act.equals("ask") || act.equals("approve");
    var all = choices.of(lapse, rep);
    var fitting = asks ? all.byAsking() : all.now();
    fitting.stream().findFirst().ifPresent(choice -> play(act, lapse, choice, rep));
  }

  private void play(String act, LapseId lapse, OfferChoice choice, Actor rep) {
    var kind = choice.kind().code();
    var told = Map.of("kind", kind, "note", "Liked the last one.", "background", "true");
    grants.offer(lapse, OfferEntry.of(told), rep);
    var id = new GrantId(lists.of(lapse, rep).get(0).id());
    switch (act) {
      case "accept" -> grants.answer(id, true, rep);
      case "decline" -> grants.answer(id, false, rep);
      case "approve" ->
          grants.approve(id, null, null, "Good idea. Call this week.", staff.actor("manager"));
      default -> {}
    }
  }
}
