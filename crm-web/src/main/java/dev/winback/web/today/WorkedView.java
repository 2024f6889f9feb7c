package dev.winback.web.today;

import dev.winback.lapse.LapseId;
import dev.winback.report.LostCustomers;
import dev.winback.report.LostFilter;
import dev.winback.report.LostRow;
import dev.winback.shared.NotFound;
import dev.winback.staff.Actor;
import dev.winback.view.View;
import dev.winback.view.Views;
import java.util.List;
import org.springframework.stereotype.Component;

/** A saved view of the lost list that a member works through on Today, in its order. */
@Component
class WorkedView {

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

  /** The first of them, and none when the list refuses the filter by now. */
  List<LapseId> losses(View view, Actor actor) {
    var page = lost.page(LostFilter.of(view.query()), null, LONGEST, actor);
    return page.items().stream().map(LostRow::lapse).map(LapseId::new).toList();
  }
}
