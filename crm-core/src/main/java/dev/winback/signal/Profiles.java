package dev.winback.signal;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The limits of detection, general and by kind of customer (DET-07, OPS-06): read, changed, taken
 * back, proposed from the data. A change counts from the next night on.
 */
@Service
@Transactional
public class Profiles {

  private static final int LONGEST_KIND = 60;

  /** A load of less than a hundredth of the customers does not change the picture. */
  private static final long PART = 100;

  private final ProfileStore store;
  private final LimitsForm form;
  private final Proposals proposals;
  private final Audit audit;
  private final BusinessClock clock;

  Profiles(
      ProfileStore store, LimitsForm form, Proposals proposals, Audit audit, BusinessClock clock) {
    this.clock = clock;
    this.store = store;
    this.form = form;
    this.proposals = proposals;
    this.audit = audit;
  }

  /** The limits that hold for this kind of customer. */
  @Transactional(readOnly = true)
  public Limits of(String kind) {
    return store.current().of(known(kind));
  }

  /** The classes of silence of all kinds together, ascending. */
  @Transactional(readOnly = true)
  public List<Integer> classes() {
    return store.current().classes();
  }

  /** All kinds that customers have or that have limits, with what the data say of them. */
  @Transactional(readOnly = true)
  public List<Profile> all(Actor actor) {
    actor.require(Permission.SET_LIMITS);
    return proposals.profiles(store.current());
  }

  /** Looks at the data while nobody has said anything of the limits; 1 when they say else. */
  public long settle(LocalDate day) {
    return store.untouched() ? proposals.keep(day) : 0;
  }

  /** After a load that wrote so many rows. */
  public void loaded(long written) {
    if (written > 0 && kept().map(all -> written * PART >= all.customers()).orElse(true)) {
      settle(clock.today());
    }
  }

  /**
   * What the data propose to who may set limits, until somebody has changed them or kept them;
   * found by the night or the last large load.
   */
  @Transactional(readOnly = true)
  public Optional<Profile> offered(Actor actor) {
    return actor.may(Permission.SET_LIMITS) && store.untouched()
        ? kept().filter(Profile::proposes)
        : Optional.empty();
  }

  private Optional<Profile> kept() {
    return proposals.kept(store.current());
  }

  /** The limits are to stay as they are: what the data propose is offered no more. */
  public long keep(Actor actor) {
    return change("", Map.of(), actor);
  }

  /** The last changes, the newest first. */
  @Transactional(readOnly = true)
  public List<LimitsChange> changes(int most, Actor actor) {
    actor.require(Permission.SET_LIMITS);
    return store.changes(most);
  }

  /** The limits as they would be with these fields; refused with the field that is wrong. */
  @Transactional(readOnly = true)
  public Limits tried(String kind, Map<String, ?> fields, Actor actor) {
    actor.require(Permission.SET_LIMITS);
    return form.read(store.current().of(known(kind)), fields);
  }

  /** Changes the named fields of one kind; the number of the change, by which it is taken back. */
  public long change(String kind, Map<String, ?> fields, Actor actor) {
    var limits = tried(kind, fields, actor);
    long change = store.change(known(kind), limits, actor);
    audit.note(actor, "limits-changed", "limits", change, Map.of("kind", kind, "fields", fields));
    return change;
  }

  /** The kind has the general limits again; the general ones are as they are shipped. */
  public long reset(String kind, Actor actor) {
    actor.require(Permission.SET_LIMITS);
    long change = store.change(known(kind), null, actor);
    audit.note(actor, "limits-reset", "limits", change, Map.of("kind", kind));
    return change;
  }

  /** Takes the newest change of a kind back; refused when there is a newer one. */
  public void undo(long change, Actor actor) {
    actor.require(Permission.SET_LIMITS);
    if (!store.undo(change)) {
      throw new Refused("refused.limit.undo");
    }
    audit.note(actor, "limits-undone", "limits", change, Map.of());
  }

  /** As customers have it: in small letters, without blanks round it. */
  static String known(String kind) {
    var word = kind.strip().toLowerCase(java.util.Locale.ROOT);
    if (word.length() > LONGEST_KIND) {
      throw Refused.field("kind", "refused.limit.kind", LONGEST_KIND);
    }
    return word;
  }
}
