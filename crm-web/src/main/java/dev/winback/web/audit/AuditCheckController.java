package dev.winback.web.audit;

import dev.winback.staff.Actor;
import dev.winback.staff.AuditChecks;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The look whether the audit is as it was written, and how far it is. */
@Controller
class AuditCheckController {

  private final AuditChecks checks;
  private final AuditCheckEvents events;

  AuditCheckController(AuditChecks checks, AuditCheckEvents events) {
    this.checks = checks;
    this.events = events;
  }

  @PostMapping("/settings/audit/checks")
  String check(Actor actor) {
    checks.start(actor);
    return "redirect:/settings/audit";
  }

  /** What changes while it runs, asked for by who cannot listen to its events. */
  @GetMapping("/settings/audit/checks/progress")
  String progress(Actor actor, Model model) {
    model.addAttribute("check", checks.newest(actor).orElse(null));
    return "audit/audit :: progress";
  }

  @GetMapping(path = "/settings/audit/checks/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(Actor actor, HttpServletResponse response) {
    return checks.newest(actor).map(check -> events.watch(check, response)).orElseGet(this::none);
  }

  private SseEmitter none() {
    var emitter = new SseEmitter();
    emitter.complete();
    return emitter;
  }
}
