package dev.winback.web.alarm;

import dev.winback.alarm.AlarmFilter;
import dev.winback.alarm.AlarmRow;
import dev.winback.alarm.AlarmSeen;
import dev.winback.alarm.Alarms;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Shown;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The black marks as a list and a file; seen by who has looked, with a way back. */
@Controller
class AlarmController {

  private static final int ROWS = 50;

  private final Alarms alarms;
  private final BusinessClock clock;
  private final Wording wording;
  private final Shown shown;

  AlarmController(Alarms alarms, BusinessClock clock, Wording wording, Shown shown) {
    this.shown = shown;
    this.alarms = alarms;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/alarms")
  String list(
      AlarmFilter filter,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    model.addAttribute("filter", filter);
    model.addAttribute("states", AlarmFilter.STATES);
    model.addAttribute("page", alarms.page(filter, after, ROWS, actor));
    model.addAttribute("count", alarms.count(filter, actor));
    model.addAttribute("address", ListAddress.of(request));
    return "alarm/alarms";
  }

  @GetMapping({"/alarms.csv", "/alarms.xlsx"})
  void file(
      AlarmFilter filter, Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    actor.require(Permission.SEE_ALARMS);
    filter.check(); // a wrong word is refused before the file begins
    try (var file = Export.open(request, response, clock.today(), "alarms")) {
      file.head(wording.of("alarm.csv"));
      alarms.export(filter, actor, row -> file.row(cells(row)));
    }
  }

  private @Nullable Object[] cells(AlarmRow row) {
    return new @Nullable Object[] {
      row.raisedAt(),
      row.ref(),
      row.customer(),
      row.severity(),
      row.satisfaction(),
      wording.of("alarm.fact." + row.fact()),
      row.words(),
      row.owner(),
      row.assignee(),
      row.seenAt().stream().map(this::words).collect(Collectors.joining("; ")),
      row.takenBackAt(),
      row.note() == null ? "" : wording.of("alarm.note." + row.note())
    };
  }

  private String words(AlarmSeen seen) {
    return wording.of("alarm.seen.who", seen.member(), shown.moment(seen.at()));
  }

  @PostMapping("/alarms/seen")
  String see(
      @RequestParam(defaultValue = "") List<Long> alarm, Actor actor, RedirectAttributes after) {
    alarms.see(alarm, actor);
    var ids = alarm.stream().map(id -> "alarm=" + id).collect(Collectors.joining("&"));
    after.addFlashAttribute("notice", wording.of("alarm.seen", alarm.size()));
    after.addFlashAttribute("undo", "/alarms/unseen?" + ids);
    return "redirect:/alarms";
  }

  @PostMapping("/alarms/unseen")
  String unsee(
      @RequestParam(defaultValue = "") List<Long> alarm, Actor actor, RedirectAttributes after) {
    alarms.unsee(alarm, actor);
    after.addFlashAttribute("notice", wording.of("alarm.unseen", alarm.size()));
    return "redirect:/alarms";
  }
}
