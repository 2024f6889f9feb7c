package dev.winback.web.lapse;

import dev.winback.bulk.BulkAction;
import dev.winback.bulk.BulkJob;
import dev.winback.bulk.BulkLine;
import dev.winback.bulk.BulkOrder;
import dev.winback.bulk.Bulks;
import dev.winback.lapse.Decisions;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.shared.Paged;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Shown;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.ObjectMapper;

/**
 * Answers an act upon rows of the lost list: the rows leave the list that is on the screen and a
 * notice with its undo comes, or, without htmx, the list is shown anew.
 */
@Component
class Acting {

  private static final String RECORD = "/lapses/\\d{1,18}(/worth)?";

  private final Bulks bulks;
  private final Decisions decisions;
  private final Lapses lapses;
  private final Shown shown;
  private final Wording wording;
  private final ObjectMapper json;

  Acting(
      Bulks bulks,
      Decisions decisions,
      Lapses lapses,
      Shown shown,
      Wording wording,
      ObjectMapper json) {
    this.lapses = lapses;
    this.decisions = decisions;
    this.shown = shown;
    this.bulks = bulks;
    this.wording = wording;
    this.json = json;
  }

  /** Where the act came from and how it is answered. */
  record Way(
      @Nullable String asked,
      boolean all,
      boolean htmx,
      HttpServletResponse response,
      RedirectAttributes after) {

    /** Back to the view or the loss the person came from, and nowhere else. */
    String back() {
      boolean known =
          asked != null
              && (asked.startsWith("/lost?") || asked.matches(RECORD) || asked.equals("/lost"));
      return known && asked != null ? asked : "/lost";
    }

    /** The list's own words. */
    String query() {
      int at = back().indexOf('?');
      return at < 0 ? "" : back().substring(at + 1);
    }
  }

  /** What was done, and whether its rows may still belong to the list. */
  private record Done(List<LapseId> lapses, boolean stay) {}

  /** As a job, even of a few: each loss that a rule forbids says why, and the others are done. */
  @Nullable ModelAndView upon(BulkOrder order, String key, Way way, Actor actor) {
    if (order.picked().isEmpty() && !way.all()) {
      return answer(said(key, 0, order), null, new Done(List.of(), false), way);
    }
    var job = bulks.start(way.all() ? order.onAll(way.query()) : order, actor);
    if (job.running()) {
      return leave("/bulk/" + job.id(), way);
    }
    // a call that is ordered takes no loss from the list
    var gone = order.action() == BulkAction.TASK ? List.<LapseId>of() : gone(job, actor);
    return answer(told(job, key, order), undo(job, way), new Done(gone, stays(order)), way);
  }

  /** Who was put off is still lost, and stays in lists that do not ask for new ones alone. */
  private static boolean stays(BulkOrder order) {
    return order.action() == BulkAction.LATER;
  }

  private String told(BulkJob job, String key, BulkOrder order) {
    var done = said(key, job.done(), order);
    return job.refused() == 0 ? done : done + " " + wording.of("bulk.not", job.refused());
  }

  /** What is put off says until when. */
  private String said(String key, int done, BulkOrder order) {
    var until = order.until() == null ? decisions.later() : order.until();
    return wording.of(key, done, shown.day(until));
  }

  private static @Nullable String undo(BulkJob job, Way way) {
    return job.takeable() ? "/bulk/" + job.id() + "/undo?back=" + encoded(way.back()) : null;
  }

  private List<LapseId> gone(BulkJob job, Actor actor) {
    Paged<BulkLine> done = bulks.lines(job.id(), BulkLine.Outcome.DONE, null, Bulks.AT_ONCE, actor);
    return done.items().stream().map(line -> new LapseId(line.lapse())).toList();
  }

  /** One loss was done; the notice says whose, because the eye is at the next row by then. */
  @Nullable ModelAndView done(BulkOrder order, String key, Way way, Actor actor) {
    var one = order.picked().get(0);
    var step = "lapse=" + one.value() + "&step=" + decisions.newest(one);
    var undo = "/lost/decisions/undo?" + step + "&back=" + encoded(way.back());
    var said = wording.of("lost.done.of", lapses.row(one, actor).customer(), said(key, 1, order));
    return answer(said, undo, new Done(List.of(one), stays(order)), way);
  }

  private static String encoded(String back) {
    return URLEncoder.encode(back, StandardCharsets.UTF_8);
  }

  private @Nullable ModelAndView answer(String notice, @Nullable String undo, Done done, Way way) {
    return way.htmx() ? swapped(notice, undo, "decided", done, way) : shown(notice, undo, way);
  }

  /** The rows are where they were. */
  @Nullable ModelAndView takenBack(String notice, List<LapseId> lapses, Way way) {
    var done = new Done(lapses, false);
    return way.htmx() ? swapped(notice, null, "restored", done, way) : shown(notice, null, way);
  }

  private ModelAndView swapped(
      String notice, @Nullable String undo, String what, Done done, Way way) {
    var ids = done.lapses().stream().map(LapseId::value).toList();
    var told = Map.of(what, Map.of("lapses", ids, "stay", done.stay()));
    way.response().setHeader("HX-Trigger", json.writeValueAsString(told));
    var answer = new ModelAndView("lapse/acted");
    answer.addObject("text", notice);
    answer.addObject("undoing", undo);
    return answer;
  }

  private static ModelAndView shown(String notice, @Nullable String undo, Way way) {
    way.after().addFlashAttribute("notice", notice);
    way.after().addFlashAttribute("undo", undo);
    return new ModelAndView("redirect:" + way.back());
  }

  private static @Nullable ModelAndView leave(String address, Way way) {
    if (!way.htmx()) {
      return new ModelAndView("redirect:" + address);
    }
    way.response().setHeader("HX-Redirect", address);
    return null;
  }
}
