package dev.winback.lapse;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.MemberId;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who gets a loss by a manager's hand, and what stands against each member. */
@Service
@Transactional
public class Assignments {

  /** Why a loss is left to the letters: no rep is to call (DEC-23). */
  static final String MARKETING = "marketing";

  /** Why a loss waits for a manager: the customer moved to where nobody may have him (CAL-34). */
  static final String MOVED = "moved";

  static final Set<String> BY_HAND = Set.of(MARKETING, MOVED);

  private final LapseRepository lapses;
  private final Assignment assignment;
  private final LapseLog log;
  private final Audit audit;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  Assignments(
      LapseRepository lapses,
      Assignment assignment,
      LapseLog log,
      Audit audit,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.lapses = lapses;
    this.assignment = assignment;
    this.log = log;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  /** Everybody who could get it, reps first, with what stands against each. */
  @Transactional(readOnly = true)
  public List<Candidate> candidates(LapseId id, Actor actor) {
    actor.require(Permission.SEE_ALL_TASKS);
    var waiting = assignment.waiting(id);
    var has = lapse(id).holding().was();
    return assignment.members().stream()
        .map(member -> member.candidate(waiting, Long.valueOf(member.member()).equals(has)))
        .toList();
  }

  /**
   * Gives the loss to an active rep or to a manager; against a rule only with a reason. Together
   * with the acting manager a newcomer may have more than group 3.
   */
  public void give(
      LapseId id, String login, @Nullable String override, boolean together, Actor actor) {
    actor.require(Permission.DECIDE);
    var member = member(login);
    var broken = assignment.waiting(id).broken(member);
    boolean joint = together && broken.remove(AssignmentRule.NOVICE);
    requireAnother(broken, member, actor);
    requireReason(broken, override);
    var reason = broken.isEmpty() ? null : override;
    give(
        lapse(id), member, reason, joint ? actor.id() : null, actor, detail(member, broken, joint));
  }

  private void give(
      Lapse lapse,
      Workload member,
      @Nullable String reason,
      @Nullable MemberId together,
      Actor actor,
      Map<String, ?> detail) {
    var to = new MemberId(member.member());
    var had = lapse.holding();
    lapse.assign(to, clock.today(), reason, together);
    save(lapse, actor, LapseLog.ASSIGNED, detail, had);
    events.publishEvent(new LapseReassigned(lapse.id(), to));
  }

  /** The rep of that branch with the least open work who may have it (CAL-34). */
  MemberId giveToRegion(LapseId id, String region, Actor actor) {
    var there = in(region);
    return give(id, there, actor)
        .orElseThrow(
            () ->
                there.isEmpty()
                    ? Refused.field("region", "team.refused.region-nobody", region)
                    : Refused.field("region", "team.refused.region-rules", region));
  }

  private List<Workload> in(String region) {
    return assignment.members().stream().filter(member -> member.worksIn(region)).toList();
  }

  private Optional<MemberId> give(LapseId id, List<Workload> members, Actor actor) {
    var rep = assignment.waiting(id).least(members);
    if (rep == null) {
      return Optional.empty();
    }
    give(lapse(id), rep, null, null, actor, detail(rep, Set.of(), false));
    return Optional.of(new MemberId(rep.member()));
  }

  /** The same, else nobody: it waits for a manager, who knows where he has gone. */
  Optional<MemberId> giveToRegionOrQueue(LapseId id, String region, Actor actor) {
    var to = give(id, in(region), actor);
    if (to.isEmpty()) {
      queue(id, MOVED, LapseLog.ASSIGNED, actor);
    }
    return to;
  }

  /** The key of who can be given work, by login. */
  long require(String login) {
    return member(login).member();
  }

  private Workload member(String login) {
    var asked = login.strip().toLowerCase(Locale.ROOT);
    return assignment.members().stream()
        .filter(member -> member.login().equals(asked))
        .findFirst()
        .orElseThrow(() -> Refused.field("member", "refused.lapse.not-a-rep"));
  }

  /** Who lost the customer gets him back by another manager's exception alone (I5). */
  private static void requireAnother(Set<AssignmentRule> broken, Workload to, Actor actor) {
    if (broken.contains(AssignmentRule.LOST_HIM) && to.member() == actor.member()) {
      throw Refused.field("member", "team.refused.rule.own-loss");
    }
  }

  private static void requireReason(Set<AssignmentRule> broken, @Nullable String override) {
    if (!broken.isEmpty() && (override == null || override.isBlank())) {
      var first = broken.iterator().next();
      throw Refused.field("override", "team.refused.rule." + first.code());
    }
  }

  private static Map<String, ?> detail(Workload to, Set<AssignmentRule> broken, boolean joint) {
    return Map.of(
        "member", to.member(),
        "override", !broken.isEmpty(),
        "rules", broken.stream().map(AssignmentRule::code).toList(),
        "together", joint);
  }

  /** Nobody is to call: the letters write, and the night gives it to nobody (DEC-23). */
  public void leaveToMarketing(LapseId id, Actor actor) {
    actor.require(Permission.DECIDE);
    queue(id, MARKETING, LapseLog.TO_MARKETING, actor);
  }

  private void queue(LapseId id, String why, String kind, Actor actor) {
    var lapse = lapse(id);
    var had = lapse.holding();
    lapse.queue(why);
    save(lapse, actor, kind, Map.of(), had);
    events.publishEvent(new LapseReassigned(id, null));
  }

  private Lapse lapse(LapseId id) {
    return lapses.findById(id.value()).orElseThrow(() -> new NotFound("lapse"));
  }

  private void save(Lapse lapse, Actor actor, String kind, Map<String, ?> detail, Holding had) {
    lapses.saveAndFlush(lapse);
    log.note(lapse.id(), actor, kind, had.in(detail));
    audit.note(actor, "lapse." + kind, "lapse", lapse.id().value(), detail);
  }
}
