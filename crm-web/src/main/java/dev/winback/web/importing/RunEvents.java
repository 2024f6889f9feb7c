package dev.winback.web.importing;

import dev.winback.importing.ImportHistory;
import dev.winback.importing.ImportRun;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells whoever watches a run how far it is, twice a second: one question to the database for all
 * viewers of this node, whichever node works on the run. It ends itself with the run.
 */
@Component
class RunEvents {

  private static final int EVERY_MILLISECONDS = 500;

  /** A viewer who reads slowly must not hold up the others. */
  private static final int SENDERS = 4;

  private final ImportHistory history;
  private final Wording wording;
  private final Map<Long, Set<Viewer>> viewers = new ConcurrentHashMap<>();
  private final AtomicBoolean begun = new AtomicBoolean();
  private final ScheduledExecutorService senders =
      Executors.newScheduledThreadPool(SENDERS, RunEvents::thread);

  RunEvents(ImportHistory history, Wording wording) {
    this.history = history;
    this.wording = wording;
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "import-events");
    thread.setDaemon(true);
    return thread;
  }

  private record Viewer(SseEmitter emitter, AtomicBoolean busy) {}

  SseEmitter watch(ImportRun run, HttpServletResponse response) {
    // a proxy that collects the answer would show it all at the end
    response.setHeader("X-Accel-Buffering", "no");
    response.setHeader("Cache-Control", "no-store");
    var viewer = new Viewer(new SseEmitter(0L), new AtomicBoolean());
    if (run.running()) {
      add(run.id(), viewer);
    }
    send(viewer, run);
    return viewer.emitter();
  }

  private void add(long run, Viewer viewer) {
    viewers.computeIfAbsent(run, id -> ConcurrentHashMap.newKeySet()).add(viewer);
    viewer.emitter().onCompletion(() -> forget(run, viewer));
    viewer.emitter().onError(gone -> forget(run, viewer));
    if (begun.compareAndSet(false, true)) {
      var unused =
          senders.scheduleWithFixedDelay(
              this::look, EVERY_MILLISECONDS, EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
    }
  }

  private void forget(long run, Viewer viewer) {
    viewers.computeIfPresent(
        run,
        (id, some) -> {
          some.remove(viewer);
          return some.isEmpty() ? null : some;
        });
  }

  private void look() {
    if (viewers.isEmpty()) {
      return;
    }
    try {
      for (var run : history.watched(Set.copyOf(viewers.keySet()))) {
        viewers
            .getOrDefault(run.id(), Set.of())
            .forEach(viewer -> senders.execute(() -> send(viewer, run)));
      }
    } catch (RuntimeException away) {
      // the next look may reach the database again; a thrown one would end the looking
    }
  }

  private void send(Viewer viewer, ImportRun run) {
    if (!viewer.busy().compareAndSet(false, true)) {
      return;
    }
    try {
      var name = run.running() ? "progress" : "end";
      viewer.emitter().send(SseEmitter.event().name(name).data(ImportJson.of(run, wording)));
      if (!run.running()) {
        viewer.emitter().complete();
      }
    } catch (IOException | IllegalStateException gone) {
      forget(run.id(), viewer);
    } finally {
      viewer.busy().set(false);
    }
  }

  /** Before the server waits for open answers: browsers come back to another node by themselves. */
  @EventListener(ContextClosedEvent.class)
  void close() {
    senders.shutdownNow();
    viewers.values().forEach(some -> some.forEach(viewer -> viewer.emitter().complete()));
  }
}
