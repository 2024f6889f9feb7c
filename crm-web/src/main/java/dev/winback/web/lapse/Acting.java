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

    /** On the page of a loss where one decides. */
    String place() {
      return back().startsWith("/lapses/") && !back().endsWith("/worth")
          ? back() + "#decision"
          : back();
    }

    /** The list's own words. */
    String query() {
      int at = back().indexOf('?');
      return at < 0 ? "" : back().substring(at + 1);
    }
  }

  /** What was done, and whether its rows may still belong to the list. */
  private record Done(List<LapseId> lapses, boolean stay) {}

  /** What is said of the act, what takes it back, and where the losses are that a rule forbade. */
  private record Notice(String text, @Nullable String undo, @Nullable String look) {}

  /** As a job, even of a few: each loss that a rule forbids says why, and the others are done. */
  @Nullable ModelAndView upon(BulkOrder order, String key, Way way, Actor actor) {
    if (order.picked().isEmpty() && !way.all()) {
      return answer(new Notice(said(key, 0, order), null, null), new Done(List.of(), false), way);
    }
    var job = bulks.start(way.all() ? order.onAll(way.query()) : order, actor);
    if (job.running()) {
      return leave("/bulk/" + job.id(), way);
    }
    // a call that is ordered takes no loss from the list
    var gone = order.action() == BulkAction.TASK ? List.<LapseId>of() : gone(job, actor);
    var look = job.refused() == 0 ? null : "/bulk/" + job.id() + "?outcome=refused";
    var notice = new Notice(told(job, key, order, actor), undo(job, way), look);
    return answer(notice, new Done(gone, stays(order)), way);
  }

  /** Who was put off is still lost, and stays in lists that do not ask for new ones alone. */
  private static boolean stays(BulkOrder order) {
    return order.action() == BulkAction.LATER;
  }

  private String told(BulkJob job, String key, BulkOrder order, Actor actor) {
    if (job.refused() == 0) {
      return said(key, job.done(), order);
    }
    var not = job.refused() == 1 ? refusal(job, actor) : wording.of("bulk.not", job.refused());
    return job.done() == 0 ? not : wording.of("bulk.part", said(key, job.done(), order), not);
  }

  /** One that was not done is named with its reason; of several the job tells them. */
  private String refusal(BulkJob job, Actor actor) {
    var line = bulks.lines(job.id(), BulkLine.Outcome.REFUSED, null, 1, actor).items().get(0);
    var why = line.why();
    return wording.of("bulk.not.one", line.name(), why == null ? "" : wording.of(why));
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
    return answer(new Notice(said, undo, null), new Done(List.of(one), stays(order)), way);
  }

  private static String encoded(String back) {
    return URLEncoder.encode(back, StandardCharsets.UTF_8);
  }

  private @Nullable ModelAndView answer(Notice notice, Done done, Way way) {
    return way.htmx() ? swapped(notice, "decided", done, way) : shown(notice, way.place(), way);
  }

  /** The rows are where they were. */
  @Nullable ModelAndView takenBack(String text, List<LapseId> lapses, Way way) {
    var notice = new Notice(text, null, null);
    var done = new Done(lapses, false);
    return way.htmx() ? swapped(notice, "restored", done, way) : shown(notice, way.back(), way);
  }

  private ModelAndView swapped(Notice notice, String what, Done done, Way way) {
    var ids = done.lapses().stream().map(LapseId::value).toList();
    var told = Map.of(what, Map.of("lapses", ids, "stay", done.stay()));
    way.response().setHeader("HX-Trigger", json.writeValueAsString(told));
    var answer = new ModelAndView("lapse/acted");
    answer.addObject("text", notice.text());
    answer.addObject("undoing", notice.undo());
    answer.addObject("lookAt", notice.look());
    answer.addObject("lookWords", wording.of("bulk.look"));
    return answer;
  }

  private ModelAndView shown(Notice notice, String to, Way way) {
    way.after().addFlashAttribute("notice", notice.text());
    way.after().addFlashAttribute("undo", notice.undo());
    way.after().addFlashAttribute("lookAt", notice.look());
    way.after().addFlashAttribute("lookWords", wording.of("bulk.look"));
    return new ModelAndView("redirect:" + to);
  }

  private static @Nullable ModelAndView leave(String address, Way way) {
    if (!way.htmx()) {
      return new ModelAndView("redirect:" + address);
    }
    way.response().setHeader("HX-Redirect", address);
    return null;
  }
}
