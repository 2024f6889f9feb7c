package dev.winback.web.audit;

import dev.winback.staff.AuditCheck;
import dev.winback.staff.AuditChecks;
import dev.winback.web.layout.Watching;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells whoever watches a check of the audit how far it is. */
@Component
class AuditCheckEvents {

  /** As the script of the page reads it. */
  record Body(String phase, int percent, String text) {}

  private final Watching<AuditCheck> watching;

  AuditCheckEvents(AuditChecks checks, Wording wording) {
    watching =
        new Watching<>(
            checks::watched,
            check -> new Watching.Told(check.id(), check.running(), body(check, wording)));
  }

  private static Body body(AuditCheck check, Wording wording) {
    var words = wording.of("audit.check.at", check.percent(), check.entries());
    return new Body(check.running() ? "running" : "done", check.percent(), words);
  }

  SseEmitter watch(AuditCheck check, HttpServletResponse response) {
    return watching.watch(check, response);
  }

  @EventListener(ContextClosedEvent.class)
  void close() {
    watching.close();
  }
}
