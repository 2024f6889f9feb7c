package dev.winback.importing;

import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.shared.Sentence;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mappings: how files that nobody knows are to be understood, explained once and remembered.
 */
@Service
@Transactional
public class Mappings {

  private final RememberedMappings remembered;
  private final MappingJson json;
  private final RunRows rows;
  private final Runs runs;
  private final Uploads uploads;
  private final Workers workers;
  private final Kinds kinds;
  private final ValueReading reading;

  Mappings(
      RememberedMappings remembered,
      MappingJson json,
      RunRows rows,
      Runs runs,
      Uploads uploads,
      Workers workers,
      Kinds kinds,
      ValueReading reading) {
    this.remembered = remembered;
    this.json = json;
    this.rows = rows;
    this.runs = runs;
    this.uploads = uploads;
    this.workers = workers;
    this.kinds = kinds;
    this.reading = reading;
  }

  /** What a run that waits is proposed: what was remembered for its columns, else a guess. */
  public MappingView proposed(long run, Actor actor) {
    var file = file(run, actor);
    var header = Header.of(file.names());
    var known = remembered.of(header);
    var mapping =
        known
            .map(RememberedMapping::mapping)
            .orElseGet(() -> MappingGuess.of(header, file.sample()));
    var name = known.map(RememberedMapping::name).orElse("");
    return new MappingTrial(header, file.sample(), kinds, reading).view(name, mapping);
  }

  /** The same with what was chosen on the page. */
  public MappingView chosen(long run, String name, Mapping mapping, Actor actor) {
    var file = file(run, actor);
    var header = Header.of(file.names());
    return new MappingTrial(header, file.sample(), kinds, reading).view(name, mapping);
  }

  private RowSource file(long id, Actor actor) {
    actor.require(Permission.IMPORT);
    var run = rows.find(id).orElseThrow(() -> new NotFound("import"));
    if (run.state() != ImportRun.State.WAITING) {
      throw new Refused("refused.mapping-over");
    }
    if (!run.fileKept()) {
      throw new Refused("refused.import-gone");
    }
    if (!actor.may(Permission.READ_CALL_NOTES) && !rows.loadedBy(id, actor)) {
      throw new Refused("refused.mapping-notes");
    }
    try {
      return RowSource.of(uploads.of(id), runs.order(id).encoding());
    } catch (IOException e) {
      throw new Refused("refused.import-gone");
    }
  }

  /** Remembers the mapping for the next file with these columns, and goes on with the run. */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public void explain(long run, @Nullable String name, Mapping mapping, Actor actor) {
    var header = Header.of(file(run, actor).names());
    require(MappingCheck.of(header, mapping));
    var fileName = rows.find(run).map(ImportRun::fileName).orElse("");
    remembered.keep(header, RememberedMappings.named(name, fileName), mapping, actor);
    if (!runs.explained(run, json.written(mapping))) {
      throw new Refused("refused.mapping-over");
    }
    workers.submit(run);
  }

  private static void require(List<Sentence> faults) {
    if (!faults.isEmpty()) {
      var fault = faults.get(0);
      throw new Refused(fault.key(), fault.figures().toArray());
    }
  }

  @Transactional(readOnly = true)
  public List<RememberedMapping> all(Actor actor) {
    actor.require(Permission.IMPORT);
    return remembered.all();
  }

  @Transactional(readOnly = true)
  public MappingView one(long id, Actor actor) {
    var known = known(id, actor);
    return view(known, known.name(), known.mapping());
  }

  /** A remembered one with other choices, not yet kept. */
  @Transactional(readOnly = true)
  public MappingView other(long id, String name, Mapping mapping, Actor actor) {
    return view(known(id, actor), name, mapping);
  }

  private RememberedMapping known(long id, Actor actor) {
    actor.require(Permission.IMPORT);
    return remembered.one(id).orElseThrow(() -> new NotFound("mapping"));
  }

  private MappingView view(RememberedMapping known, String name, Mapping mapping) {
    return new MappingTrial(Header.of(known.header()), List.of(), kinds, reading)
        .view(name, mapping);
  }

  /** Counts for the next file; what was read stays. */
  public void change(long id, @Nullable String name, Mapping mapping, Actor actor) {
    var known = known(id, actor);
    var header = Header.of(known.header());
    require(MappingCheck.of(header, mapping));
    remembered.keep(header, RememberedMappings.named(name, known.name()), mapping, actor);
  }

  /** The next file with these columns waits for a person again; the name that goes. */
  public String forget(long id, Actor actor) {
    return forget(id, true, actor);
  }

  public String remember(long id, Actor actor) {
    return forget(id, false, actor);
  }

  private String forget(long id, boolean forgotten, Actor actor) {
    var known = known(id, actor);
    remembered.forget(id, forgotten);
    return known.name();
  }
}
