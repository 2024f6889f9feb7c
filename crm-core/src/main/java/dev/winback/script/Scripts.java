package dev.winback.script;

import dev.winback.reason.Reasons;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What to say on the telephone, in the firm's own words over the shipped ones (CAL-23). */
@Service
@Transactional
public class Scripts {

  private static final String KEEP =
      """
      insert into script_text_version (text_id, title, words, member_id, changed_at)
      values (:id, :title, :words, :member, :now)
      """;
  private static final String VERSIONS =
      """
      select v.title, v.words, m.name as by, v.changed_at as at
        from script_text_version v join member m on m.id = v.member_id
       where v.text_id = :id order by v.id desc limit 50
      """;

  private final ScriptRepository texts;
  private final Reasons reasons;
  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Audit audit;

  Scripts(
      ScriptRepository texts, Reasons reasons, JdbcClient jdbc, BusinessClock clock, Audit audit) {
    this.texts = texts;
    this.reasons = reasons;
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
  }

  /** What fits this call best, with its blanks filled in. */
  @Transactional(readOnly = true)
  public CallScript script(Situation call) {
    var style = call.style() == null ? style() : call.style();
    return new Choosing(all(), call, style).script();
  }

  /** How the firm's scripts are meant. */
  @Transactional(readOnly = true)
  public Style style() {
    return Style.ofCode(jdbc.sql("select script_style from firm").query(String.class).single());
  }

  /** The style that was chosen before. */
  public Style choose(Style style, Actor actor) {
    actor.require(Permission.KEEP_SCRIPTS);
    var before = style();
    jdbc.sql("update firm set script_style = :style").param("style", style.code()).update();
    audit.note(actor, "script.style", "firm", 1, Map.of("style", style.code()));
    return before;
  }

  /** Texts of a kind, or of all, that hold the words; the retired ones too. */
  @Transactional(readOnly = true)
  public List<ScriptText> texts(@Nullable TextKind kind, String words) {
    var sought = words.strip().toLowerCase(Locale.ROOT);
    return all().stream()
        .filter(text -> kind == null || text.kind() == kind)
        .filter(text -> holds(text, sought))
        .toList();
  }

  private static boolean holds(ScriptText text, String sought) {
    return (text.title() + "\n" + text.words()).toLowerCase(Locale.ROOT).contains(sought);
  }

  private List<ScriptText> all() {
    return texts.findAllByOrderByPositionAscIdAsc().stream().map(ScriptNode::toText).toList();
  }

  @Transactional(readOnly = true)
  public ScriptText text(long id) {
    return node(id).toText();
  }

  /** A question, an answer, a word, a tip or an advice of the firm's own. */
  public ScriptText add(TextKind kind, ScriptTextEntry entry, Actor actor) {
    actor.require(Permission.KEEP_SCRIPTS);
    if (kind == TextKind.PART) {
      throw new Refused("script.refused.new-part");
    }
    if (entry.of() != null) {
      reasons.requireChoice("reason", entry.of());
    }
    int last =
        texts.findAllByOrderByPositionAscIdAsc().stream()
            .mapToInt(ScriptNode::position)
            .max()
            .orElse(0);
    return saved("added", new ScriptNode(kind, entry, last + 1), actor);
  }

  /** Other words; those before stay in the history. */
  public ScriptText change(long id, ScriptTextEntry entry, @Nullable Long version, Actor actor) {
    actor.require(Permission.KEEP_SCRIPTS);
    var node = node(id);
    node.requireVersion(version);
    var before = node.toText();
    node.change(entry);
    keep(before, actor);
    return saved("changed", node, actor);
  }

  /** The words that came with the program. */
  public ScriptText restoreShipped(long id, Actor actor) {
    actor.require(Permission.KEEP_SCRIPTS);
    var node = node(id);
    var before = node.toText();
    node.restoreShipped();
    keep(before, actor);
    return saved("restored", node, actor);
  }

  /** The words before the last change; the change stays in the history. */
  public ScriptText undo(long id, Actor actor) {
    actor.require(Permission.KEEP_SCRIPTS);
    var last = versions(id, actor).stream().findFirst();
    var before = last.orElseThrow(() -> new Refused("script.refused.undo"));
    return change(id, new ScriptTextEntry(before.title(), before.words(), null), null, actor);
  }

  private void keep(ScriptText before, Actor actor) {
    jdbc.sql(KEEP)
        .param("id", before.id())
        .param("title", before.title())
        .param("words", before.words())
        .param("member", actor.member())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** It is shown at no call any more. */
  public ScriptText retire(long id, Actor actor) {
    actor.require(Permission.KEEP_SCRIPTS);
    var node = node(id);
    node.retire(clock.instant());
    return saved("retired", node, actor);
  }

  public ScriptText bringBack(long id, Actor actor) {
    actor.require(Permission.KEEP_SCRIPTS);
    var node = node(id);
    node.bringBack();
    return saved("brought-back", node, actor);
  }

  /** The last fifty, the newest first: what stood there before each change. */
  @Transactional(readOnly = true)
  public List<EarlierText> versions(long id, Actor actor) {
    actor.require(Permission.KEEP_SCRIPTS);
    node(id);
    return jdbc.sql(VERSIONS).param("id", id).query(EarlierText.class).list();
  }

  private ScriptNode node(long id) {
    return texts.findById(id).orElseThrow(() -> new NotFound("text"));
  }

  private ScriptText saved(String act, ScriptNode node, Actor actor) {
    var text = texts.saveAndFlush(node).toText();
    audit.note(
        actor, "script." + act, "script_text", text.id(), Map.of("kind", text.kind().code()));
    return text;
  }
}
