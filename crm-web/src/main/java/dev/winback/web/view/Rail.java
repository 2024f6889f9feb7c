package dev.winback.web.view;

import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.view.View;
import dev.winback.view.Views;
import dev.winback.web.layout.Shell;
import dev.winback.web.layout.Shown;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

/** The views beside every page, with what they count just now. */
@Component("rail")
@RequestScope
public class Rail {

  private final Views views;
  private final ViewCounts counts;
  private final Shell shell;
  private final Shown shown;
  private final HttpServletRequest request;
  private @Nullable List<View> mine;

  Rail(Views views, ViewCounts counts, Shell shell, Shown shown, HttpServletRequest request) {
    this.views = views;
    this.counts = counts;
    this.shell = shell;
    this.shown = shown;
    this.request = request;
  }

  /** Of whoever is signed in; nothing for a stranger. */
  public List<View> views() {
    if (mine == null) {
      var actor = shell.actor();
      mine = actor == null || !actor.may(Permission.SEE_VIEWS) ? List.of() : views.of(actor);
    }
    return mine;
  }

  /** Its number of rows in words; empty where the list refuses it now. */
  public String count(View view) {
    Actor actor = shell.actor();
    var rows = actor == null ? null : counts.of(view, actor);
    if (rows == null) {
      return "";
    }
    return rows > ViewCounts.MOST ? shown.number(ViewCounts.MOST) + "+" : shown.number(rows);
  }

  /** True on the page of this view. */
  public boolean here(View view) {
    var query = request.getQueryString();
    return view.path().equals(request.getRequestURI())
        && view.query().equals(query == null ? "" : query);
  }
}
