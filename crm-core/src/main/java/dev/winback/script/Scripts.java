package dev.winback.script;

import dev.winback.customer.CustomerId;
import dev.winback.reason.Reasons;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Scripts of calls, shipped for every reason and changed by the firm (CAL-11, CAL-23). */
@Service
@Transactional
public class Scripts {

  private static final String SORT = "script";

  private final ScriptTexts texts;
  private final Reasons reasons;
  private final CalledValues values;

  Scripts(ScriptTexts texts, Reasons reasons, CalledValues values) {
    this.texts = texts;
    this.reasons = reasons;
    this.values = values;
  }

  /** One version of a script; null: the shipped text. */
  public record Version(int number, String member, Instant savedAt, @Nullable Content content) {}

  /** All of them, shipped ones first, the retired ones too. */
  @Transactional(readOnly = true)
  public List<Script> all(Actor actor) {
    actor.require(Permission.READ_SCRIPTS);
    return all();
  }

  private List<Script> all() {
    var changed = texts.inForce(SORT);
    var own = changed.keySet().stream().filter(code -> !Shipped.SCRIPTS.containsKey(code)).sorted();
    return Stream.concat(Shipped.SCRIPTS.keySet().stream(), own)
        .map(code -> script(code, changed.get(code)))
        .toList();
  }

  private Script script(String code, ScriptTexts.@Nullable Row row) {
    var shipped = Shipped.SCRIPTS.get(code);
    var own = row == null ? null : content(row);
    var content = Objects.requireNonNull(own == null ? shipped : own);
    return new Script(code, content, row == null ? 0 : row.number(), shipped != null);
  }

  private @Nullable Content content(ScriptTexts.Row row) {
    return row.body() == null ? null : texts.read(row.body(), Content.class);
  }

  @Transactional(readOnly = true)
  public Script of(String code, Actor actor) {
    return all(actor).stream()
        .filter(script -> script.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new NotFound("script"));
  }

  /**
   * What a caller may need: those that serve, the best one first, and those for a machine and for
   * somebody else who answers. Where the firm has retired all that serve, that of a first call.
   */
  @Transactional(readOnly = true)
  public List<Script> atHand(Occasion occasion, @Nullable String reason, @Nullable String problem) {
    return new Choosing(all(), reason, problem).atHand(occasion);
  }

  /** The script with the customer's names and figures in it. */
  @Transactional(readOnly = true)
  public Content filled(Content content, CustomerId customer, Actor actor) {
    var known = values.of(customer, actor);
    var passages = content.passages().stream().map(p -> filled(p, known)).toList();
    return new Content(
        content.title(),
        content.kind(),
        content.occasion(),
        content.reasons(),
        content.problem(),
        passages,
        content.retired());
  }

  /** The words of a text message to this customer, in one piece; none where all are retired. */
  @Transactional(readOnly = true)
  public String message(
      CustomerId customer, @Nullable String reason, @Nullable String problem, Actor actor) {
    return new Choosing(all(), reason, problem)
        .fitting(Occasion.MESSAGE).stream()
            .limit(1)
            .flatMap(script -> filled(script.content(), customer, actor).passages().stream())
            .map(passage -> passage.text().strip())
            .collect(Collectors.joining(" "));
  }

  private static Passage filled(Passage passage, Map<String, String> known) {
    var dont = passage.dont();
    return new Passage(
        passage.step(),
        Blanks.fill(passage.text(), known),
        dont == null ? null : Blanks.fill(dont, known));
  }

  /** The versions of one script, the newest first; what was shipped is none. */
  @Transactional(readOnly = true)
  public List<Version> versions(String code, Actor actor) {
    actor.require(Permission.READ_SCRIPTS);
    return texts.versions(SORT, code).stream()
        .map(row -> new Version(row.number(), row.member(), row.savedAt(), content(row)))
        .toList();
  }

  /** A script of the firm's own; its code is made of its title. */
  public Script add(Content content, Actor actor) {
    actor.require(Permission.KEEP_SCRIPTS);
    require(content);
    var taken = all().stream().map(Script::code).collect(Collectors.toSet());
    taken.add("new"); // the page of a new script has that address
    var code = Codes.free(content.title(), taken::contains);
    texts.add(SORT, code, 0, content, actor);
    return of(code, actor);
  }

  private void require(Content content) {
    content.require();
    content.reasons().forEach(code -> reasons.requireChoice("reasons", code));
  }

  /**
   * Another text; {@code seen} is the version that was read. The same text again changes nothing.
   */
  public Script save(String code, Content content, int seen, Actor actor) {
    actor.require(Permission.KEEP_SCRIPTS);
    require(content);
    var now = of(code, actor);
    if (!content.equals(now.content())) {
      texts.add(SORT, code, seen, content, actor);
    }
    return of(code, actor);
  }

  /** The shipped text again. */
  public Script restore(String code, Actor actor) {
    actor.require(Permission.KEEP_SCRIPTS);
    var now = of(code, actor);
    if (!now.shipped()) {
      throw new Refused("script.refused.not-shipped");
    }
    if (!now.content().equals(Shipped.SCRIPTS.get(code))) {
      texts.add(SORT, code, now.version(), null, actor);
    }
    return of(code, actor);
  }

  /** A version of before again, as a new one. */
  public Script again(String code, int number, Actor actor) {
    actor.require(Permission.KEEP_SCRIPTS);
    var now = of(code, actor);
    var version =
        versions(code, actor).stream()
            .filter(one -> one.number() == number)
            .findFirst()
            .orElseThrow(() -> new NotFound("script"));
    var content = version.content();
    return content == null ? restore(code, actor) : save(code, content, now.version(), actor);
  }

  /** No card shows it any more, or it is shown again. */
  public Script retire(String code, boolean out, Actor actor) {
    var now = of(code, actor);
    return save(code, now.content().retired(out), now.version(), actor);
  }
}
