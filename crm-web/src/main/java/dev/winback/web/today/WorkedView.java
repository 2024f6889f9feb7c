package dev.winback.web.today;

import dev.winback.lapse.LapseId;
import dev.winback.report.LostCustomers;
import dev.winback.report.LostFilter;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.view.View;
import dev.winback.view.Views;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A saved view of the lost list that a member works through on Today, in its order. */
@Component
public class WorkedView {

  private static final int LONGEST = 500;

  private final Views views;
  private final LostCustomers lost;

  WorkedView(Views views, LostCustomers lost) {
    this.views = views;
    this.lost = lost;
  }

  /** Not found when it is a list of customers: there is nothing to work through. */
  View of(long id, Actor actor) {
    var view = views.one(id, actor);
    if (!view.path().equals("/lost")) {
      throw new NotFound("view");
    }
    return view;
  }

  /**
   * The view while it is there: what was done on one of its cards stays done, and who did it goes
   * on with his own queue.
   */
  public @Nullable ViewPlace still(@Nullable ViewPlace place, Actor actor) {
    try {
      return place == null ? null : new ViewPlace(of(place.id(), actor).id(), place.after());
    } catch (NotFound gone) {
      return null;
    }
  }

  /**
   * Those of them that he has something to do for, a part at a time, and none when the list refuses
   * the filter by now: the call that was logged a moment ago is not to look like a mistake.
   */
  Paged<LapseId> part(View view, ViewPlace place, Actor actor) {
    try {
      return lost.worked(LostFilter.of(view.query()), place.after(), LONGEST, actor);
    } catch (Refused refused) {
      return new Paged<>(List.of(), null);
    }
  }

  /** All parts. */
  List<List<LapseId>> losses(View view, Actor actor) {
    var parts = new ArrayList<List<LapseId>>();
    var place = new ViewPlace(view.id(), null);
    for (var part = part(view, place, actor); ; part = part(view, place, actor)) {
      parts.add(part.items());
      var next = part.next();
      if (next == null) {
        return parts;
      }
      place = place.behind(next);
    }
  }
}
