package dev.winback.task;

import dev.winback.reason.Problem;
import dev.winback.reason.Reason;
import dev.winback.reason.Reasons;
import dev.winback.script.Occasion;
import dev.winback.script.Phrase;
import dev.winback.script.PhraseSort;
import dev.winback.script.Phrases;
import dev.winback.script.Scripts;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What helps during a call, and what is typed on the card before it is a call. */
@Service
@Transactional
public class CallSheets {

  private static final Pattern FIELD = Pattern.compile("[a-z][a-z0-9+-]{0,39}");
  private static final int MOST_FIELDS = 80;
  private static final int LONGEST = 20_000;
  private static final int LONGEST_AIM = 500;

  private final TaskRepository tasks;
  private final SheetRows rows;
  private final Scripts scripts;
  private final Phrases phrases;
  private final Reasons reasons;
  private final LeasedCards leases;

  CallSheets(
      TaskRepository tasks,
      SheetRows rows,
      Scripts scripts,
      Phrases phrases,
      Reasons reasons,
      LeasedCards leases) {
    this.tasks = tasks;
    this.rows = rows;
    this.scripts = scripts;
    this.phrases = phrases;
    this.reasons = reasons;
    this.leases = leases;
  }

  /** Of a card that the member sees; null: the script that fits best, else the asked one. */
  @Transactional(readOnly = true)
  public CallGuide guide(Card card, @Nullable String asked, Actor actor) {
    var task = card.task();
    // what we only guess is asked: with its script he would be led to it (CAL-09)
    var reason = card.facts().guess() ? null : card.facts().reason();
    var atHand = scripts.atHand(Occasion.ofTask(task.kind().code()), reason, problem(reason));
    var script = asked == null ? atHand.get(0) : scripts.of(asked, actor);
    var all = phrases.inUse();
    var goods = rows.goods(task.customer());
    return new CallGuide(
        script,
        scripts.filled(script.content(), task.customer(), actor),
        atHand,
        texts(task.id(), all),
        goods,
        Phrases.fitting(of(all, PhraseSort.FITS), goods.stream().map(Bought::good).toList()),
        rows.facts(task.customer()),
        rows.sheet(task.id(), actor),
        message(card, actor));
  }

  private @Nullable String message(Card card, Actor actor) {
    var facts = card.facts();
    return "sms".equals(facts.preferredChannel())
        ? scripts.message(card.task().customer(), facts.reason(), problem(facts.reason()), actor)
        : null;
  }

  private @Nullable String problem(@Nullable String reason) {
    return reasons.all().stream()
        .filter(node -> node.code().equals(reason))
        .findFirst()
        .map(Reason::problem)
        .map(Problem::code)
        .orElse(null);
  }

  private static List<Phrase> of(Map<PhraseSort, List<Phrase>> all, PhraseSort sort) {
    return all.getOrDefault(sort, List.of());
  }

  private static CallTexts texts(TaskId task, Map<PhraseSort, List<Phrase>> all) {
    var tips = of(all, PhraseSort.TIP);
    int turn = tips.isEmpty() ? 0 : (int) (task.value() % tips.size());
    return new CallTexts(
        of(all, PhraseSort.QUESTION),
        of(all, PhraseSort.OBJECTION),
        of(all, PhraseSort.AVOID),
        of(all, PhraseSort.ANGER),
        of(all, PhraseSort.COMPARE),
        tips.isEmpty() ? null : tips.get(turn));
  }

  /**
   * Keeps the fields as they stand. Also of a call that was logged a moment ago: what was on its
   * way then is there again when the call is taken back. Later, and of who is erased, nothing is
   * kept.
   */
  public void keep(TaskId id, Map<String, String> fields, Actor actor) {
    var task = Tasks.require(tasks.lock(id.value()), actor);
    if (fields.size() > MOST_FIELDS) {
      throw Refused.field("fields", "task.refused.fields", MOST_FIELDS, fields.size());
    }
    fields.forEach(CallSheets::require);
    if (rows.kept(task.id())) {
      rows.keep(task.id(), fields, actor);
      leases.renew(id, actor);
    }
  }

  private static void require(String field, String text) {
    if (!FIELD.matcher(field).matches()) {
      throw Refused.field("fields", "task.refused.field", field);
    }
    if (text.length() > LONGEST) {
      throw Refused.field(field, "task.refused.too-long", LONGEST, text.length());
    }
  }

  /** Writes the purpose down before the call (CAL-03); the same again changes nothing. */
  public void aim(TaskId id, String aim, Actor actor) {
    var task = Tasks.require(tasks.lock(id.value()), actor);
    if (aim.isBlank()) {
      throw Refused.field("aim", "task.refused.aim");
    }
    if (aim.length() > LONGEST_AIM) {
      throw Refused.field("aim", "task.refused.too-long", LONGEST_AIM, aim.length());
    }
    if (task.open()) {
      task.inOrderTo(aim.strip());
      tasks.saveAndFlush(task);
    }
  }
}
