package dev.winback.importing;

import dev.winback.shared.Copy;
import dev.winback.shared.Stages;
import dev.winback.shared.Staging;
import dev.winback.shared.Unquoted;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.ObjectMapper;

/**
 * Works imports off in the background, two at a time, tells the others that it lives, and goes on
 * with what killed nodes left.
 */
@Component
class Workers {

  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
  private static final int AT_ONCE = 2;
  private static final int BEAT_SECONDS = 10;
  private static final int GOODBYE_SECONDS = 10;

  private final Run.Tools tools;
  private final Kinds kinds;
  private final ValueReading reading;
  private final Uploads uploads;
  private final FormatChoice formats;
  private final LostRuns lost;
  private final TakingBack takingBack;
  private final KeptFiles files;
  private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, Workers::thread);
  private final ScheduledExecutorService pulse =
      Executors.newSingleThreadScheduledExecutor(Workers::thread);
  private final Set<Long> mine = ConcurrentHashMap.newKeySet();
  private volatile boolean closing;

  Workers(
      PlatformTransactionManager transactions,
      Runs runs,
      RunEnds ends,
      Parts parts,
      Stages stages,
      Copy copy,
      ObjectMapper json,
      Kinds kinds,
      ValueReading reading,
      Uploads uploads,
      FormatChoice formats,
      LostRuns lost,
      TakingBack takingBack,
      KeptFiles files) {
    tools =
        new Run.Tools(
            new TransactionTemplate(transactions),
            runs,
            ends,
            parts,
            stages,
            copy,
            json,
            () -> closing);
    this.kinds = kinds;
    this.reading = reading;
    this.uploads = uploads;
    this.formats = formats;
    this.lost = lost;
    this.takingBack = takingBack;
    this.files = files;
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "import");
    thread.setDaemon(true);
    return thread;
  }

  /** What this host's killed process left is gone on with at once. */
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    var unused = pulse.scheduleWithFixedDelay(this::beat, 0, BEAT_SECONDS, TimeUnit.SECONDS);
  }

  private void beat() {
    try {
      if (!mine.isEmpty()) {
        tools.runs().beat(List.copyOf(mine));
      }
      takeOverLost();
      files.clean();
    } catch (RuntimeException e) {
      // the next beat may reach the database again; a thrown one would end the pulse
      LOG.warn("no heartbeat: {}", Unquoted.of(e));
    }
  }

  void takeOverLost() {
    lost.takeOver().forEach(this::submit);
  }

  /** From now on the run is told to live, also while its file is still being received. */
  void expect(long id) {
    mine.add(id);
  }

  boolean has(long id) {
    return mine.contains(id);
  }

  /** The file did not come. */
  void forget(long id) {
    mine.remove(id);
  }

  void submit(long id) {
    mine.add(id);
    workers.execute(() -> work(id));
  }

  private void work(long id) {
    try {
      process(id);
      drop(id);
    } catch (Cancelled cancelled) {
      end(id, () -> tools.ends().cancelled(id));
    } catch (NotUnderstood asks) {
      end(id, () -> tools.ends().waiting(id, asks.code(), asks.figures()));
    } catch (FileRefused refused) {
      end(id, () -> tools.ends().failed(id, refused.code(), refused.figures()));
    } catch (Throwable e) {
      stopped(id, e);
    } finally {
      // also when its end could not be written: who is told to live is never taken over
      if (!closing) {
        mine.remove(id);
      }
    }
  }

  private void stopped(long id, Throwable e) {
    if (closing || e instanceof Superseded) {
      return;
    }
    // the kind only: a message of the database may quote a row
    LOG.error("import {} stopped by {}", id, Unquoted.of(e));
    boolean full = NoRoom.inDatabase(e);
    List<?> figures = full ? List.of() : List.of(e.getClass().getSimpleName());
    end(id, () -> tools.ends().failed(id, full ? NoRoom.DATABASE : "stopped", figures));
  }

  private void end(long id, Runnable ending) {
    ending.run();
    drop(id);
  }

  private void drop(long id) {
    tools.tx().executeWithoutResult(tx -> tools.stages().drop(Staging.ofRun(id), ""));
  }

  private void process(long id) throws IOException {
    var order = tools.runs().order(id);
    if (order.goingBack()) {
      takingBack.process(id, tools);
    } else {
      load(id, order);
    }
  }

  private void load(long id, RunOrder order) throws IOException {
    var file = formats.open(uploads.of(id), order.asked());
    tools.tx().executeWithoutResult(tx -> tools.runs().recognised(id, file));
    var values = reading.values(file.notation()).of(order.shop());
    new Run(id, file, new Feed(file.format(), kinds), values, tools).process(order.dryRun());
  }

  /** What is being worked on is left to whoever has the file, after the batch in hand. */
  @PreDestroy
  void close() throws InterruptedException {
    closing = true;
    pulse.shutdownNow();
    workers.shutdown();
    if (!workers.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
      workers.shutdownNow();
    }
    tools.runs().release(mine);
  }
}
