package dev.winback.importing;

import dev.winback.shared.Copy;
import dev.winback.shared.Settings;
import dev.winback.shared.Stages;
import dev.winback.shared.Staging;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.ObjectMapper;

/** Works imports off in the background, two at a time, and tells the others that it lives. */
@Component
class Workers {

  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
  private static final int AT_ONCE = 2;
  private static final int BEAT_SECONDS = 10;

  private final Run.Tools tools;
  private final Kinds kinds;
  private final ValueReading reading;
  private final Settings settings;
  private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, Workers::thread);
  private final ScheduledExecutorService pulse =
      Executors.newSingleThreadScheduledExecutor(Workers::thread);
  private final Set<Long> mine = ConcurrentHashMap.newKeySet();

  Workers(
      PlatformTransactionManager transactions,
      Runs runs,
      Stages stages,
      Copy copy,
      ObjectMapper json,
      Kinds kinds,
      ValueReading reading,
      Settings settings) {
    tools = new Run.Tools(new TransactionTemplate(transactions), runs, stages, copy, json);
    this.kinds = kinds;
    this.reading = reading;
    this.settings = settings;
    var unused =
        pulse.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "import");
    thread.setDaemon(true);
    return thread;
  }

  /** From now on the run is told to live, also while its file is still being received. */
  void expect(long id) {
    mine.add(id);
  }

  /** The file did not come. */
  void forget(long id) {
    mine.remove(id);
  }

  void submit(long id, Upload upload, @Nullable ImportType wanted, boolean dryRun) {
    workers.execute(() -> work(id, upload, wanted, dryRun));
  }

  private void work(long id, Upload upload, @Nullable ImportType wanted, boolean dryRun) {
    try {
      process(id, upload, wanted, dryRun);
    } catch (FileRefused refused) {
      tools.runs().failed(id, refused.code(), refused.figures());
    } catch (Exception e) {
      // the number only: a message of the database may quote a row
      LOG.error("import {} stopped by {}", id, e.getClass().getName());
      tools.runs().failed(id, "stopped", List.of(e.getClass().getSimpleName()));
    } finally {
      mine.remove(id);
    }
  }

  private void process(long id, Upload upload, @Nullable ImportType wanted, boolean dryRun)
      throws IOException {
    var file = ImportFile.of(upload, wanted);
    tools.runs().recognised(id, file);
    var values = reading.values(file.notation());
    var run = new Run(id, file, new Feed(file.format(), kinds), values, tools);
    run.process(dryRun);
    if (!dryRun) {
      Files.deleteIfExists(upload.path());
    }
    tools.runs().done(id, run.money(), settings.currency().getCurrencyCode());
  }

  private void beat() {
    try {
      if (!mine.isEmpty()) {
        tools.runs().beat(List.copyOf(mine));
      }
      tools.tx().executeWithoutResult(tx -> buryDead());
    } catch (RuntimeException e) {
      // the next beat may reach the database again; a thrown one would end the pulse
      LOG.warn("no heartbeat: {}", e.getClass().getName());
    }
  }

  /** What a killed node left behind is dropped, whether somebody looks at the page or not. */
  void buryDead() {
    for (var id : tools.runs().markDead()) {
      tools.stages().drop(Staging.ofRun(id), "");
    }
  }

  @PreDestroy
  void close() {
    pulse.shutdownNow();
    workers.shutdownNow();
  }
}
