package dev.winback.offer;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The kinds of offers and the rules for all of them (DEC-28 to DEC-32). */
@Service
@Transactional
public class Offers {

  private static final int LONGEST_CODE = 36;

  private final KindRepository kinds;
  private final RuleStore rules;
  private final BusinessClock clock;
  private final Audit audit;

  Offers(KindRepository kinds, RuleStore rules, BusinessClock clock, Audit audit) {
    this.kinds = kinds;
    this.rules = rules;
    this.clock = clock;
    this.audit = audit;
  }

  @Transactional(readOnly = true)
  public Catalogue catalogue() {
    return new Catalogue(all(), rules.newest(1).get(0).rules());
  }

  private List<OfferKind> all() {
    return kinds.findAllByOrderByPositionAscCodeAsc().stream().map(KindNode::toKind).toList();
  }

  /** The last changes of the rules, the newest first. */
  @Transactional(readOnly = true)
  public List<RuleChange> history(int limit, Actor actor) {
    actor.require(Permission.SET_OFFERS);
    return rules.newest(limit);
  }

  /** What is given from now on goes by them; lists go by them after the next night. */
  public void change(OfferRules wanted, Actor actor) {
    actor.require(Permission.SET_OFFERS);
    var checked = wanted.checked();
    if (!checked.equals(catalogue().rules())) {
      int id = rules.add(checked, actor);
      audit.note(actor, "offer-rules-changed", "offer_rule", id, Map.of());
    }
  }

  /** A kind of the firm's own; its code is made of its name. */
  public OfferKind add(OfferKindEntry entry, Actor actor) {
    actor.require(Permission.SET_OFFERS);
    var name = entry.givenName();
    if (name == null) {
      throw Refused.field("name", "offer.refused.nameless");
    }
    int last =
        kinds.findAllByOrderByPositionAscCodeAsc().stream()
            .mapToInt(KindNode::position)
            .max()
            .orElse(0);
    return saved("added", new KindNode(free(code(name)), entry, last + 1), actor);
  }

  private static String code(String name) {
    var plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    var begun = plain.replaceAll("^[-0-9]+", "");
    var cut = begun.length() > LONGEST_CODE ? begun.substring(0, LONGEST_CODE) : begun;
    var made = cut.replaceAll("-+$", "");
    return made.isEmpty() ? "own" : made;
  }

  private String free(String code) {
    return IntStream.iterate(1, n -> n + 1)
        .mapToObj(n -> n == 1 ? code : code + "-" + n)
        .filter(made -> kinds.findById(made).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  /** Other words, costs or fit; empty words are the shipped ones again. */
  public OfferKind change(String code, OfferKindEntry entry, @Nullable Long version, Actor actor) {
    actor.require(Permission.SET_OFFERS);
    var node = node(code);
    node.requireVersion(version);
    node.change(entry);
    return saved("changed", node, actor);
  }

  /** It is given no longer; what was given stays. */
  public OfferKind retire(String code, Actor actor) {
    actor.require(Permission.SET_OFFERS);
    var node = node(code);
    node.retire(clock.instant());
    return saved("retired", node, actor);
  }

  public OfferKind restore(String code, Actor actor) {
    actor.require(Permission.SET_OFFERS);
    var node = node(code);
    node.restore();
    return saved("restored", node, actor);
  }

  private KindNode node(String code) {
    return kinds.findById(code).orElseThrow(() -> new NotFound("offer-kind"));
  }

  private OfferKind saved(String act, KindNode node, Actor actor) {
    var kind = kinds.saveAndFlush(node).toKind();
    audit.note(actor, "offer-kind." + act, "offer_kind", 0, Map.of("code", kind.code()));
    return kind;
  }
}
