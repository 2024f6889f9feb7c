package dev.winback.lapse;

import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.MemberId;
import dev.winback.staff.Permission;
import dev.winback.staff.Staff;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who lost a customer, as a manager corrects it (rules.md, "lost by"). */
@Service
@Transactional
public class Losers {

  /** Why a loss has nobody: who worked on it turned out to have lost the customer. */
  private static final String CORRECTED = "lost-by-corrected";

  private final LapseRepository lapses;
  private final Lapses door;
  private final LapseLog log;
  private final Staff staff;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Losers(
      LapseRepository lapses,
      Lapses door,
      LapseLog log,
      Staff staff,
      Audit audit,
      ApplicationEventPublisher events) {
    this.lapses = lapses;
    this.door = door;
    this.log = log;
    this.staff = staff;
    this.audit = audit;
    this.events = events;
  }

  /** What was said of it, the newest first, also what was taken back. */
  @Transactional(readOnly = true)
  public List<CorrectedLoser> corrections(LapseId id, Actor actor) {
    door.requireVisible(id, actor);
    return log.losers(id);
  }

  /**
   * Corrects who lost the customer; an empty login: nobody knows, and none at all is refused. Who
   * works on this or a later loss of his and lost it, loses it.
   */
  public void correct(LapseId id, @Nullable String login, String reason, Actor actor) {
    actor.require(Permission.DECIDE);
    Decisions.requireReason(reason);
    var lapse = lapses.findById(id.value()).orElseThrow(() -> new NotFound("lapse"));
    lapses.requirePerson(lapse);
    var was = lapse.lostBy();
    var member = member(login);
    requireAnother(was, member, actor);
    lapse.blame(new LostBy(member, log.inherited(id, member)));
    lapses.keep(lapse);
    var open = lapses.open(lapse.customer()).filter(one -> held(one, lapse)).orElse(null);
    note(lapse, was, open, reason, actor);
    if (open != null) {
      take(open);
    }
  }

  /** Also of one who has left: his losses keep the old name. */
  private @Nullable Long member(@Nullable String login) {
    if (login != null && login.isBlank()) {
      return null;
    }
    return Optional.ofNullable(login)
        .flatMap(staff::keyOf)
        .map(MemberId::value)
        .orElseThrow(() -> Refused.field("member", "refused.lapse.lost-by"));
  }

  /** Who lost the customer clears himself as little as he gets him back by himself (I5). */
  private static void requireAnother(LostBy was, @Nullable Long member, Actor actor) {
    if (Objects.equals(was.member(), member)) {
      throw Refused.field("member", "refused.lapse.lost-by-same");
    }
    if (was.is(actor.member())) {
      throw Refused.field("member", "refused.lapse.lost-by-own");
    }
  }

  /** By who lost this loss, unless a manager has given him a later one with a reason (DEC-22). */
  private static boolean held(Lapse open, Lapse lost) {
    return lost.lostBy().is(open.holding().was())
        && (open.id().equals(lost.id()) || open.holding().override() == null);
  }

  private void note(Lapse lapse, LostBy was, @Nullable Lapse open, String reason, Actor actor) {
    var detail = was.before(lapse.lostBy());
    audit.note(actor, "lapse." + LapseLog.LOST_BY, "lapse", lapse.id().value(), detail);
    var said = new HashMap<String, Object>(detail);
    said.put("reason", reason);
    if (open != null) {
      said.put("taken", open.id().value());
    }
    log.note(lapse.id(), actor, LapseLog.LOST_BY, open == null ? said : open.holding().in(said));
  }

  /** Of this loss or of an earlier one: whoever lost him does not win him back (DEC-22, I5). */
  private void take(Lapse open) {
    open.queue(CORRECTED);
    lapses.keep(open);
    events.publishEvent(new LapseReassigned(open.id(), null));
  }

  /** The same as before it, whatever has been told since. */
  void takeBack(Lapse lapse, LostBy was, Actor actor) {
    var detail = lapse.lostBy().before(was);
    lapse.blame(was);
    lapses.keep(lapse);
    log.note(lapse.id(), actor, LapseLog.LOST_BY_UNDONE, detail);
    audit.note(actor, "lapse." + LapseLog.LOST_BY_UNDONE, "lapse", lapse.id().value(), detail);
  }
}
