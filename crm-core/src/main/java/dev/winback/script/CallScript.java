package dev.winback.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be said in one call: its steps to be ticked off in their order, questions, answers to
 * objections (those of the reason first), words to avoid and one tip.
 */
public record CallScript(
    Style style,
    List<Step> steps,
    List<ScriptText> questions,
    List<ScriptText> objections,
    List<ScriptText> avoid,
    @Nullable ScriptText tip) {

  /** One part of the call with its words filled in. */
  public record Step(Part part, String title, String words) {}
}
