package dev.winback.web.layout;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells whoever watches something long how far it is, twice a second: one question to the database
 * for all viewers of this node, whichever node does the work. It ends itself with the work.
 */
public final class Watching<T> {

  private static final int EVERY_MILLISECONDS = 500;

  /** A viewer who reads slowly must not hold up the others. */
  private static final int SENDERS = 4;

  /** What is told of one work at one moment. */
  public record Told(long id, boolean running, Object body) {}

  private final Function<Set<Long>, List<T>> look;
  private final Function<T, Told> tell;
  private final Map<Long, Set<Viewer>> viewers = new ConcurrentHashMap<>();
  private final AtomicBoolean begun = new AtomicBoolean();
  private final ScheduledExecutorService senders =
      Executors.newScheduledThreadPool(SENDERS, Watching::thread);

  public Watching(Function<Set<Long>, List<T>> look, Function<T, Told> tell) {
    this.look = look;
    this.tell = tell;
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "progress-events");
    thread.setDaemon(true);
    return thread;
  }

  private record Viewer(SseEmitter emitter, AtomicBoolean busy) {}

  public SseEmitter watch(T work, HttpServletResponse response) {
    // a proxy that collects the answer would show it all at the end
    response.setHeader("X-Accel-Buffering", "no");
    response.setHeader("Cache-Control", "no-store");
    var viewer = new Viewer(new SseEmitter(0L), new AtomicBoolean());
    var told = tell.apply(work);
    if (told.running()) {
      add(told.id(), viewer);
    }
    send(viewer, told);
    return viewer.emitter();
  }

  private void add(long id, Viewer viewer) {
    viewers.computeIfAbsent(id, key -> ConcurrentHashMap.newKeySet()).add(viewer);
    viewer.emitter().onCompletion(() -> forget(id, viewer));
    viewer.emitter().onError(gone -> forget(id, viewer));
    if (begun.compareAndSet(false, true)) {
      var unused =
          senders.scheduleWithFixedDelay(
              this::look, EVERY_MILLISECONDS, EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
    }
  }

  private void forget(long id, Viewer viewer) {
    viewers.computeIfPresent(
        id,
        (key, some) -> {
          some.remove(viewer);
          return some.isEmpty() ? null : some;
        });
  }

  private void look() {
    if (viewers.isEmpty()) {
      return;
    }
    try {
      for (var work : look.apply(Set.copyOf(viewers.keySet()))) {
        var told = tell.apply(work);
        viewers
            .getOrDefault(told.id(), Set.of())
            .forEach(viewer -> senders.execute(() -> send(viewer, told)));
      }
    } catch (RuntimeException away) {
      // the next look may reach the database again; a thrown one would end the looking
    }
  }

  private void send(Viewer viewer, Told told) {
    if (!viewer.busy().compareAndSet(false, true)) {
      return;
    }
    try {
      var name = told.running() ? "progress" : "end";
      viewer.emitter().send(SseEmitter.event().name(name).data(told.body()));
      if (!told.running()) {
        viewer.emitter().complete();
      }
    } catch (IOException | IllegalStateException gone) {
      forget(told.id(), viewer);
    } finally {
      viewer.busy().set(false);
    }
  }

  /** Before the server waits for open answers: browsers come back to another node by themselves. */
  public void close() {
    senders.shutdownNow();
    viewers.values().forEach(some -> some.forEach(viewer -> viewer.emitter().complete()));
  }
}
