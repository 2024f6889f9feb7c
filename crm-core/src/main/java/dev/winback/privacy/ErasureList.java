package dev.winback.privacy;

import dev.winback.customer.AddressRestored;
import dev.winback.customer.AddressSuppressed;
import dev.winback.customer.CustomerErased;
import dev.winback.shared.Sql;
import dev.winback.shared.WrongSetting;
import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The erasures and opt-outs of a database in a file outside of it, so that a restored backup does
 * not forget them (hold.md, I12, R1). The file follows the database: what is committed is added,
 * whichever node did it, and what a database does not know that is older than its file is done
 * again before anybody is served.
 */
@Service
public class ErasureList {

  private static final Logger LOG = LoggerFactory.getLogger(ErasureList.class);
  private static final String KNOWN = Sql.of(ErasureList.class, "erasures.sql");

  /** Transactions last no longer: what is older than this before the newest is in the file. */
  private static final int HOURS_BACK = 24;

  private static final int EVERY_MINUTES = 10;

  /** Who erases waits so long for the disk; the database has it in any case. */
  private static final int WAIT_SECONDS = 5;

  private final JdbcClient jdbc;
  private final ErasureReplay replay;
  private final AtomicBoolean asked = new AtomicBoolean();
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "erasures");
            thread.setDaemon(true);
            return thread;
          });

  private volatile @Nullable ErasureFile file;
  private Set<Erasing> written = Set.of();
  private @Nullable OffsetDateTime newest;

  ErasureList(JdbcClient jdbc, ErasureReplay replay) {
    this.jdbc = jdbc;
    this.replay = replay;
  }

  /** From now on in this directory; answers how many erasures and opt-outs were done again. */
  public int openIn(Path directory) {
    int again = open(directory);
    writer.scheduleWithFixedDelay(this::guarded, EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    return again;
  }

  synchronized int open(Path directory) {
    close();
    var identity = jdbc.sql("select identity from firm").query(String.class).single();
    var there = new ErasureFile(directory.resolve("erasures-" + identity));
    requireIfBegun(there);
    var entries = there.read();
    int again = replay.replay(entries);
    written = new HashSet<>(entries);
    newest = null;
    file = there;
    follow();
    return again;
  }

  /** A database that has had a list may be a restored backup, which forgets without it. */
  private void requireIfBegun(ErasureFile there) {
    if (!there.exists()
        && jdbc.sql("select erasures_begun from firm").query(Boolean.class).single()) {
      throw new WrongSetting(
          "The list of erasures "
              + there.path()
              + " is not there, and this database has begun one: copy it there from another node or from where you keep it, or, when there is none, create an empty file of that name and erase again by hand whoever asked for it after the backup.");
    }
  }

  /** Writes nothing more. */
  synchronized void close() {
    file = null;
  }

  /** Adds what is committed and not there yet. */
  synchronized void follow() {
    var there = file;
    if (there == null) {
      return;
    }
    var known = known();
    var added = known.stream().filter(entry -> !written.contains(entry)).toList();
    if (!added.isEmpty()) {
      there.add(added);
      jdbc.sql("update firm set erasures_begun = true where not erasures_begun").update();
    }
    known.stream()
        .filter(entry -> entry.kind() != Erasing.Kind.ERASED)
        .map(Erasing::at)
        .max(OffsetDateTime::compareTo)
        .ifPresent(at -> newest = at);
    written = Set.copyOf(known);
  }

  private List<Erasing> known() {
    var since = newest == null ? "-infinity" : newest.minusHours(HOURS_BACK).toString();
    return jdbc.sql(KNOWN)
        .param("since", since)
        .query(
            (row, n) ->
                new Erasing(
                    Erasing.Kind.valueOf(row.getString("kind")),
                    row.getObject("at", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC),
                    row.getString("reason"),
                    row.getString("hash")))
        .list();
  }

  @TransactionalEventListener
  void erased(CustomerErased erased) {
    if (file != null) {
      await(writer.submit(this::guarded));
    }
  }

  @TransactionalEventListener
  void stopped(AddressSuppressed stopped) {
    soon();
  }

  @TransactionalEventListener
  void lifted(AddressRestored lifted) {
    soon();
  }

  /** Nobody waits who opts out, and one look is for all who did meanwhile. */
  private void soon() {
    if (file != null && asked.compareAndSet(false, true)) {
      writer.execute(
          () -> {
            asked.set(false);
            guarded();
          });
    }
  }

  private static void await(Future<?> there) {
    try {
      there.get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.error("The list of erasures is not written yet", e);
    }
  }

  /** The next one writes what this one could not. */
  private void guarded() {
    try {
      follow();
    } catch (RuntimeException e) {
      LOG.error("The list of erasures cannot be written", e);
    }
  }

  @PreDestroy
  void stop() {
    writer.shutdown();
  }
}
