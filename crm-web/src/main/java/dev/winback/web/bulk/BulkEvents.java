package dev.winback.web.bulk;

import dev.winback.bulk.BulkJob;
import dev.winback.bulk.Bulks;
import dev.winback.web.layout.Watching;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells whoever watches a job how far it is. */
@Component
class BulkEvents {

  private final Watching<BulkJob> watching;

  BulkEvents(Bulks bulks, Wording wording) {
    watching =
        new Watching<>(
            bulks::watched,
            job -> new Watching.Told(job.id(), job.running(), BulkJson.of(job, wording)));
  }

  SseEmitter watch(BulkJob job, HttpServletResponse response) {
    return watching.watch(job, response);
  }

  @EventListener(ContextClosedEvent.class)
  void close() {
    watching.close();
  }
}
