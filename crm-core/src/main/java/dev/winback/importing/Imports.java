package dev.winback.importing;

import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The imports: files of facts, stored, checked and taken over in the background, stopped and taken
 * back; {@link ImportHistory} shows them.
 */
@Service
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public class Imports {

  private final Runs runs;
  private final RunEnds ends;
  private final RunRows rows;
  private final Stops stops;
  private final Workers workers;
  private final Uploads uploads;
  private final MappingJson json;

  Imports(
      Runs runs,
      RunEnds ends,
      RunRows rows,
      Stops stops,
      Workers workers,
      Uploads uploads,
      MappingJson json) {
    this.runs = runs;
    this.ends = ends;
    this.rows = rows;
    this.stops = stops;
    this.workers = workers;
    this.uploads = uploads;
    this.json = json;
  }

  /** A file on its way to its place. */
  private interface Arrival {
    Upload of(long run) throws IOException;
  }

  /**
   * Stores the file under the run's number, whatever it is called, and begins to work; the type is
   * {@code auto} or one of {@link ImportType}.
   */
  public long start(
      String fileName, InputStream content, String type, boolean dryRun, Actor actor) {
    return start(fileName, content, new LoadOptions(type, null, null, null, dryRun), actor);
  }

  /** The same with all that can be said of a file. */
  public long start(String fileName, InputStream content, LoadOptions options, Actor actor) {
    actor.require(Permission.IMPORT);
    var mapping = options.mapping();
    var asked = Asked.of(options, mapping == null ? null : json.written(json.read(mapping)));
    try {
      return begin(name(fileName), asked, actor, run -> uploads.receive(run, content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** After a dry run: the same file once more, for real. */
  public long startForReal(long dryRun, Actor actor) {
    actor.require(Permission.IMPORT);
    var run = run(dryRun, actor);
    if (!run.repeatable()) {
      throw new Refused("refused.import-gone");
    }
    return beginAgain(run, actor, id -> uploads.move(dryRun, id));
  }

  /** The file of a run that is over once more: what is there already stays as it is. */
  public long loadAgain(long earlier, Actor actor) {
    actor.require(Permission.IMPORT);
    var run = run(earlier, actor);
    if (!run.loadable()) {
      throw new Refused("refused.import-gone");
    }
    return beginAgain(run, actor, id -> uploads.share(earlier, id));
  }

  private long beginAgain(ImportRun run, Actor actor, Arrival arrival) {
    try {
      return begin(run.fileName(), runs.order(run.id()).asked().forReal(), actor, arrival);
    } catch (IOException e) {
      throw new Refused("refused.import-gone");
    }
  }

  private long begin(String name, Asked asked, Actor actor, Arrival arrival) throws IOException {
    var id = runs.add(name, asked, actor);
    workers.expect(id);
    try {
      runs.received(id, arrival.of(id).size());
      workers.submit(id);
      return id;
    } catch (IOException e) {
      workers.forget(id);
      throw notReceived(id, e);
    } catch (Cancelled stopped) {
      workers.submit(id);
      return id;
    }
  }

  /** What came of the file goes first: it may be what fills the disk. */
  private IOException notReceived(long id, IOException why) throws IOException {
    boolean full = uploads.full(why);
    uploads.remove(id);
    if (!full) {
      ends.failed(id, "not-received", List.of());
      return why;
    }
    var figures = uploads.room();
    ends.failed(id, NoRoom.FOLDER, figures);
    throw new Refused("importing.failed.no-room", figures.toArray());
  }

  /** Only for people to read; it never becomes a path. */
  private static String name(String fileName) {
    var name = fileName.replaceAll("[\\p{Cntrl}]", "").strip();
    return name.isEmpty() ? "upload" : Values.shown(name);
  }

  /**
   * Stops within a batch or a slice: before anything is stored nothing is, later what is in stays.
   */
  public void cancel(long id, Actor actor) {
    actor.require(Permission.IMPORT);
    stops.cancel(run(id, actor), actor);
  }

  /** Takes the whole run back in the background; what was changed since stays. */
  public void takeBack(long id, Actor actor) {
    actor.require(Permission.IMPORT);
    if (stops.takeBack(run(id, actor), actor)) {
      workers.submit(id);
    }
  }

  public ImportRun run(long id, Actor actor) {
    actor.require(Permission.SEE_IMPORTS);
    return rows.find(id).orElseThrow(() -> new NotFound("import"));
  }
}
