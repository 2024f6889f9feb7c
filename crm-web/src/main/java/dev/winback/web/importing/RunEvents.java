package dev.winback.web.importing;

import dev.winback.importing.ImportHistory;
import dev.winback.importing.ImportRun;
import dev.winback.web.layout.Watching;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells whoever watches a run how far it is. */
@Component
class RunEvents {

  private final Watching<ImportRun> watching;

  RunEvents(ImportHistory history, Wording wording) {
    watching =
        new Watching<>(
            history::watched,
            run -> new Watching.Told(run.id(), run.running(), ImportJson.of(run, wording)));
  }

  SseEmitter watch(ImportRun run, HttpServletResponse response) {
    return watching.watch(run, response);
  }

  @EventListener(ContextClosedEvent.class)
  void close() {
    watching.close();
  }
}
