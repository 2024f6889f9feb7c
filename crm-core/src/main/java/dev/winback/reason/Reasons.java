package dev.winback.reason;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tree of reasons (UND-03, UND-04): shipped ones and the firm's own. */
@Service
@Transactional
public class Reasons {

  private static final int LONGEST_CODE = 36;

  private final ReasonRepository reasons;
  private final BusinessClock clock;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Reasons(
      ReasonRepository reasons,
      BusinessClock clock,
      Audit audit,
      ApplicationEventPublisher events) {
    this.events = events;
    this.reasons = reasons;
    this.clock = clock;
    this.audit = audit;
  }

  /** All of them in the order of the tree, the retired ones too. */
  @Transactional(readOnly = true)
  public List<Reason> all() {
    return reasons.findAllByOrderByPositionAscCodeAsc().stream().map(ReasonNode::toReason).toList();
  }

  /** Those that can be given for a loss. */
  @Transactional(readOnly = true)
  public List<Reason> choices() {
    return all().stream().filter(reason -> !reason.retired()).toList();
  }

  @Transactional(readOnly = true)
  public Reason of(String code) {
    return node(code).toReason();
  }

  /** Refused, with the codes there are, when it is none that can be given. */
  @Transactional(readOnly = true)
  public void requireChoice(String field, String code) {
    var choices = choices();
    if (choices.stream().noneMatch(reason -> reason.code().equals(code))) {
      var codes = choices.stream().map(Reason::code).collect(Collectors.joining(", "));
      throw Refused.field(field, "reason.refused.code", code, codes);
    }
  }

  /** A reason of the firm's own; its code is made of its words. */
  public Reason add(ReasonEntry entry, Actor actor) {
    actor.require(Permission.KEEP_REASONS);
    var all = reasons.findAllByOrderByPositionAscCodeAsc();
    int last = all.stream().mapToInt(ReasonNode::position).max().orElse(0);
    var node = new ReasonNode(free(code(entry.words())), entry, last + 1);
    return saved("added", node, actor);
  }

  private static String code(@Nullable String words) {
    var plain = Normalizer.normalize(words == null ? "" : words, Normalizer.Form.NFKD);
    var code =
        plain
            .toLowerCase(Locale.ROOT)
            .replace("ß", "ss")
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^[-0-9]+", "");
    var cut = code.length() > LONGEST_CODE ? code.substring(0, LONGEST_CODE) : code;
    var made = cut.replaceAll("-+$", "");
    return made.isEmpty() ? "own" : made;
  }

  private String free(String code) {
    return IntStream.iterate(1, n -> n + 1)
        .mapToObj(n -> n == 1 ? code : code + "-" + n)
        .filter(made -> reasons.findById(made).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  /** Other words, another branch or problem type; empty words are the shipped ones again. */
  public Reason change(String code, ReasonEntry entry, @Nullable Long version, Actor actor) {
    actor.require(Permission.KEEP_REASONS);
    var node = node(code);
    node.requireVersion(version);
    node.change(entry);
    return saved("changed", node, actor);
  }

  /** It can be given no longer; what was told with it stays. */
  public Reason retire(String code, Actor actor) {
    actor.require(Permission.KEEP_REASONS);
    var node = node(code);
    node.retire(clock.instant());
    return saved("retired", node, actor);
  }

  public Reason restore(String code, Actor actor) {
    actor.require(Permission.KEEP_REASONS);
    var node = node(code);
    node.restore();
    return saved("restored", node, actor);
  }

  /**
   * Letters for a reason that is being mended wait until it is repaired, and are judged anew at
   * once.
   */
  public Reason repair(String code, RepairEntry entry, Actor actor) {
    actor.require(Permission.KEEP_REASONS);
    var node = node(code);
    node.repair(entry, clock.today());
    var repaired = saved("repair", node, actor);
    events.publishEvent(new RepairChanged(code));
    return repaired;
  }

  private ReasonNode node(String code) {
    return reasons.findById(code).orElseThrow(() -> new NotFound("reason"));
  }

  private Reason saved(String act, ReasonNode node, Actor actor) {
    var reason = reasons.saveAndFlush(node).toReason();
    audit.note(actor, "reason." + act, "reason", 0, Map.of("code", reason.code()));
    return reason;
  }
}
