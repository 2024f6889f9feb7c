package dev.winback.importing;

import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.shared.Settings;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The imports: files of facts, stored, checked and taken over in the background. */
@Service
@Transactional
public class Imports {

  private static final int PAGE = 25;

  private final Runs runs;
  private final RejectedRows rejected;
  private final Workers workers;
  private final Path folder;

  Imports(Runs runs, RejectedRows rejected, Workers workers, Settings settings) {
    this.runs = runs;
    this.rejected = rejected;
    this.workers = workers;
    folder = settings.dataDir().resolve("uploads");
  }

  /**
   * Stores the file under the run's number, whatever it is called, and begins to work; the type is
   * {@code auto} or one of {@link ImportType}.
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public long start(
      String fileName, InputStream content, String type, boolean dryRun, Actor actor) {
    actor.require(Permission.IMPORT);
    var wanted = type(type);
    var id = runs.add(name(fileName), dryRun, node(), actor);
    workers.expect(id);
    try {
      Files.createDirectories(folder);
      Files.copy(content, path(id), StandardCopyOption.REPLACE_EXISTING);
      begin(id, wanted, dryRun);
    } catch (IOException e) {
      notReceived(id);
      throw new UncheckedIOException(e);
    }
    return id;
  }

  /** After a dry run: the same file once more, for real. */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public long startForReal(long dryRun, Actor actor) {
    actor.require(Permission.IMPORT);
    var run = run(dryRun, actor);
    if (!run.repeatable()) {
      throw new Refused("refused.import-gone");
    }
    var id = runs.add(run.fileName(), false, node(), actor);
    workers.expect(id);
    try {
      Files.move(path(dryRun), path(id));
      begin(id, run.type(), false);
    } catch (IOException e) {
      notReceived(id);
      throw new Refused("refused.import-gone");
    }
    return id;
  }

  private void notReceived(long id) {
    workers.forget(id);
    runs.failed(id, "not-received", List.of());
  }

  private void begin(long id, @Nullable ImportType wanted, boolean dryRun) throws IOException {
    var upload = new Upload(path(id));
    runs.received(id, upload.size());
    workers.submit(id, upload, wanted, dryRun);
  }

  private static @Nullable ImportType type(String type) {
    if (type.isBlank() || type.equalsIgnoreCase("auto")) {
      return null;
    }
    try {
      return ImportType.valueOf(type.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Refused.field("type", "refused.import-type", Values.shown(type));
    }
  }

  /** Only for people to read; it never becomes a path. */
  private static String name(String fileName) {
    var name = fileName.replaceAll("[\\p{Cntrl}]", "").strip();
    return name.isEmpty() ? "upload" : Values.shown(name);
  }

  private static String node() {
    return ManagementFactory.getRuntimeMXBean().getName();
  }

  private Path path(long id) {
    return folder.resolve(Long.toString(id));
  }

  public ImportRun run(long id, Actor actor) {
    actor.require(Permission.SEE_IMPORTS);
    workers.buryDead();
    return withFile(runs.find(id).orElseThrow(() -> new NotFound("import")));
  }

  private ImportRun withFile(ImportRun r) {
    boolean repeatable =
        r.dryRun() && r.state() == ImportRun.State.DONE && Files.exists(path(r.id()));
    return new ImportRun(
        r.id(),
        r.type(),
        r.fileName(),
        r.dryRun(),
        r.state(),
        r.format(),
        r.failure(),
        r.header(),
        r.rows(),
        r.created(),
        r.changed(),
        r.same(),
        r.rejected(),
        r.bytesTotal(),
        r.bytesRead(),
        r.currency(),
        r.moneyTotal(),
        r.member(),
        r.startedAt(),
        r.finishedAt(),
        r.seconds(),
        repeatable);
  }

  public Paged<ImportRun> page(@Nullable String after, Actor actor) {
    actor.require(Permission.SEE_IMPORTS);
    workers.buryDead();
    return runs.page(Cursor.decode(after, 1), PAGE);
  }

  /** The first rejected rows. */
  public List<ImportProblem> problems(long id, int limit, Actor actor) {
    actor.require(Permission.SEE_IMPORTS);
    return rejected.first(id, limit);
  }

  /** The separator in which the rejected rows go back: that of the file. */
  @Transactional(readOnly = true)
  public char separator(long id, Actor actor) {
    actor.require(Permission.IMPORT);
    return rejected.separator(id);
  }

  /** All rejected rows, one in memory at a time. */
  @Transactional(readOnly = true)
  public void eachProblem(long id, Actor actor, Consumer<ImportProblem> consumer) {
    actor.require(Permission.SEE_IMPORTS);
    rejected.each(id, consumer);
  }
}
