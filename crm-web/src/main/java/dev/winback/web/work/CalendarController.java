package dev.winback.web.work;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.staff.Actor;
import dev.winback.task.Appointments;
import dev.winback.task.TaskId;
import dev.winback.web.layout.Wording;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Appointments for a member's own calendar: one as a file, all by an address of his (CAL-28). */
@Controller
class CalendarController {

  private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

  private final Appointments appointments;
  private final Settings settings;
  private final BusinessClock clock;
  private final Wording wording;

  CalendarController(
      Appointments appointments, Settings settings, BusinessClock clock, Wording wording) {
    this.appointments = appointments;
    this.settings = settings;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/settings/calendar")
  String page(Actor actor, Model model) {
    model.addAttribute("since", appointments.feed(actor).orElse(null));
    return "work/calendar";
  }

  /** The address is shown once, because only its hash is kept. */
  @PostMapping("/settings/calendar")
  String open(Actor actor, RedirectAttributes after) {
    var token = appointments.open(actor);
    after.addFlashAttribute("feed", settings.baseUrl().resolve("/calendar/" + token + ".ics"));
    return "redirect:/settings/calendar";
  }

  @PostMapping("/settings/calendar/revoke")
  String close(Actor actor, RedirectAttributes after) {
    appointments.close(actor);
    after.addFlashAttribute("notice", wording.of("calendar.revoked"));
    return "redirect:/settings/calendar";
  }

  @GetMapping("/calendar/{token}.ics")
  ResponseEntity<String> feed(@PathVariable String token) {
    var all = appointments.of(token);
    return answer("winback.ics")
        .body(CalendarFile.of(all, false, wording, settings.baseUrl(), clock.instant()));
  }

  @GetMapping("/today/{task}/appointment.ics")
  ResponseEntity<String> one(@PathVariable TaskId task, Actor actor) {
    var one = List.of(appointments.one(task, actor));
    return answer("appointment-" + task.value() + ".ics")
        .body(CalendarFile.of(one, true, wording, settings.baseUrl(), clock.instant()));
  }

  private static ResponseEntity.BodyBuilder answer(String name) {
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Robots-Tag", "noindex")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
  }
}
