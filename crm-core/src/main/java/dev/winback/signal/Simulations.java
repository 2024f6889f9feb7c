package dev.winback.signal;

import dev.winback.category.Categories;
import dev.winback.purchase.CustomerRange;
import dev.winback.purchase.Purchases;
import dev.winback.shared.NotFound;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import jakarta.annotation.PreDestroy;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries other limits on every history and writes nothing: who would join and who would leave, how
 * much money a year, and which signals would show. The last ones are kept in the memory of this
 * node.
 */
@Service
public class Simulations {

  private static final int KEPT = 20;
  private static final int SLICE = 20_000;

  private final Profiles profiles;
  private final ProfileStore store;
  private final Fold fold;
  private final SignalReading reading;
  private final Signals signals;
  private final Categories categories;
  private final Purchases purchases;
  private final TransactionTemplate transaction;
  private final AtomicLong numbers = new AtomicLong();
  private final Map<Long, Simulation> kept =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Simulation> eldest) {
          return size() > KEPT;
        }
      };
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          work -> {
            var thread = new Thread(work, "simulation");
            thread.setDaemon(true);
            return thread;
          });

  Simulations(
      Profiles profiles,
      ProfileStore store,
      Fold fold,
      SignalReading reading,
      Signals signals,
      Categories categories,
      Purchases purchases,
      TransactionTemplate transaction) {
    this.profiles = profiles;
    this.store = store;
    this.fold = fold;
    this.reading = reading;
    this.signals = signals;
    this.categories = categories;
    this.purchases = purchases;
    this.transaction = transaction;
  }

  @PreDestroy
  void stop() {
    background.shutdownNow();
  }

  /** Begins one in the background; refused with the field that is wrong. */
  public Simulation start(String kind, Map<String, ?> fields, Actor actor) {
    var simulation = simulation(kind, fields, actor);
    synchronized (kept) {
      kept.put(simulation.id(), simulation);
    }
    background.execute(() -> run(simulation));
    return simulation;
  }

  /** One from beginning to end, for scripts. */
  public Simulation run(String kind, Map<String, ?> fields, Actor actor) {
    var simulation = simulation(kind, fields, actor);
    run(simulation);
    return simulation;
  }

  private Simulation simulation(String kind, Map<String, ?> fields, Actor actor) {
    actor.require(Permission.SET_LIMITS);
    var limits = profiles.tried(kind, fields, actor);
    var text = new LinkedHashMap<String, String>();
    fields.forEach((name, value) -> text.put(name, String.valueOf(value)));
    return new Simulation(numbers.incrementAndGet(), Profiles.known(kind), text, limits);
  }

  /** One that was started on this node a while ago. */
  public Simulation of(long id, Actor actor) {
    actor.require(Permission.SET_LIMITS);
    synchronized (kept) {
      var simulation = kept.get(id);
      if (simulation == null) {
        throw new NotFound("simulation");
      }
      return simulation;
    }
  }

  private void run(Simulation simulation) {
    try {
      var day = signals.asOf();
      var limits = store.current().with(simulation.kind(), simulation.limits());
      var detection = fold.detection(limits);
      var changes = transaction.execute(status -> begin(day, detection));
      var judged = categories.judge().map(j -> Judged.by(j, detection, day)).orElse(null);
      var slices = purchases.slices(SLICE);
      for (int i = 0; i < slices.size(); i++) {
        see(changes, slices.get(i), day, detection, judged);
        simulation.progress(i + 1, slices.size());
      }
      simulation.finish(changes);
    } catch (RuntimeException e) {
      simulation.fail();
      throw e;
    }
  }

  private Simulating begin(LocalDate day, Detection detection) {
    return new Simulating(reading.stored(), reading.departed(), day, detection.currency());
  }

  /** A transaction for each slice: none holds a snapshot for minutes. */
  private void see(
      Simulating changes,
      CustomerRange range,
      LocalDate day,
      Detection detection,
      @Nullable Judged judged) {
    var scope = FoldScope.of(range);
    transaction.executeWithoutResult(
        status -> changes.see(fold.foldKnown(scope, day, detection, judged), reading.shown(scope)));
  }
}
