package dev.winback.task;

import dev.winback.script.Content;
import dev.winback.script.Phrase;
import dev.winback.script.Script;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What helps in one call: the script with the customer's names in it, the others that would do, the
 * short texts, the goods, what was typed so far, and the words for who wants text messages (null:
 * he does not).
 */
public record CallGuide(
    Script script,
    Content words,
    List<Script> others,
    CallTexts texts,
    List<Bought> goods,
    List<Phrase> fits,
    CalledFacts facts,
    CallSheet sheet,
    @Nullable String message) {

  private static final int OFTEN = 2;

  /** What he ordered more than once and left out of his last order. */
  public List<Bought> gone() {
    return goods.stream().filter(good -> !good.inLast() && good.times() >= OFTEN).toList();
  }
}
