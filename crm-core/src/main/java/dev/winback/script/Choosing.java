package dev.winback.script;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chooses among all texts what fits one call: the text made for the most of it wins. */
final class Choosing {

  private static final String VOICEMAIL = "voicemail";

  /** Work with a customer who need not be won first. */
  private static final Set<String> SHORT = Set.of("thank_you", "promise", "data_care");

  private static final Set<Part> LONG_ONLY =
      Set.of(Part.WHYS, Part.OPTIONS, Part.AGREEMENT, Part.OWN_WORDS);

  private final List<ScriptText> texts;
  private final Situation call;
  private final Style style;

  Choosing(List<ScriptText> texts, Situation call, Style style) {
    this.texts = texts.stream().filter(text -> !text.retired()).toList();
    this.call = call;
    this.style = style;
  }

  CallScript script() {
    var questions = of(TextKind.QUESTION).toList();
    return new CallScript(style, steps(), questions, objections(), avoid(), tip());
  }

  private List<CallScript.Step> steps() {
    return Arrays.stream(Part.values())
        .filter(this::said)
        .flatMap(part -> best(part).map(text -> step(part, text)).stream())
        .toList();
  }

  private boolean said(Part part) {
    if (call.work().equals(VOICEMAIL)) {
      return part == Part.OPENING;
    }
    return !(SHORT.contains(call.work()) && LONG_ONLY.contains(part));
  }

  private Optional<ScriptText> best(Part part) {
    return of(TextKind.PART)
        .filter(text -> text.code().equals(part.code()))
        .filter(text -> fits(text.work(), call.work()) && fits(text.reason(), call.reason()))
        .filter(text -> text.style() == null || text.style() == style)
        .max(Comparator.comparingInt(Choosing::weight).thenComparing(ScriptText::id));
  }

  private static boolean fits(@Nullable String wanted, @Nullable String given) {
    return wanted == null || wanted.equals(given);
  }

  private static int weight(ScriptText text) {
    return (text.work() == null ? 0 : 4)
        + (text.reason() == null ? 0 : 2)
        + (text.style() == null ? 0 : 1);
  }

  private CallScript.Step step(Part part, ScriptText text) {
    return new CallScript.Step(part, text.title(), Blank.fill(text.words(), call.known()));
  }

  private Stream<ScriptText> of(TextKind kind) {
    return texts.stream().filter(text -> text.kind() == kind);
  }

  /** Those of the reason first. */
  private List<ScriptText> objections() {
    return of(TextKind.OBJECTION)
        .sorted(
            Comparator.comparing(
                text -> text.reason() == null || !text.reason().equals(call.reason())))
        .toList();
  }

  private List<ScriptText> avoid() {
    return of(TextKind.AVOID).toList();
  }

  private @Nullable ScriptText tip() {
    var tips = of(TextKind.TIP).toList();
    return tips.isEmpty() ? null : tips.get((int) Math.floorMod(call.number(), tips.size()));
  }
}
