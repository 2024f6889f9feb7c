package dev.winback.script;

import dev.winback.shared.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a script says and when it is meant: of no reason and no problem it serves every loss. {@code
 * problem} is a code of the tree of reasons.
 */
public record Content(
    String title,
    ScriptKind kind,
    Occasion occasion,
    List<String> reasons,
    @Nullable String problem,
    List<Passage> passages,
    boolean retired) {

  private static final int LONGEST_TITLE = 80;
  private static final int LONGEST_TEXT = 4_000;
  private static final Set<String> PROBLEMS = Set.of("price", "service", "both");

  public Content {
    reasons = List.copyOf(reasons);
    passages = List.copyOf(passages);
  }

  /** What a person saves is complete, of bearable length and names blanks that can be filled. */
  void require() {
    requireText("title", title, LONGEST_TITLE);
    if (passages.isEmpty()) {
      throw Refused.field("passages", "script.refused.empty");
    }
    if (problem != null && !PROBLEMS.contains(problem)) {
      throw Refused.field("problem", "reason.refused.problem", problem);
    }
    passages.forEach(Content::require);
    requireOnce();
  }

  private static void require(Passage passage) {
    var field = "text-" + passage.step().code();
    requireText(field, passage.text(), LONGEST_TEXT);
    var dont = passage.dont();
    Stream.of(passage.text(), dont == null ? "" : dont)
        .forEach(text -> Blanks.require(field, text));
    if (dont != null && dont.length() > LONGEST_TEXT) {
      throw Refused.field(field, "script.refused.too-long", LONGEST_TEXT, dont.length());
    }
  }

  private void requireOnce() {
    var seen = new HashSet<Step>();
    for (var passage : passages) {
      if (!seen.add(passage.step())) {
        throw Refused.field("passages", "script.refused.twice", passage.step().code());
      }
    }
  }

  static void requireText(String field, String text, int longest) {
    if (text.isBlank()) {
      throw Refused.field(field, "script.refused.blank");
    }
    if (text.length() > longest) {
      throw Refused.field(field, "script.refused.too-long", longest, text.length());
    }
  }

  Content retired(boolean out) {
    return new Content(title, kind, occasion, reasons, problem, passages, out);
  }

  /** How well it serves: the more it names of the loss, the better; negative: not at all. */
  int fit(Occasion asked, @Nullable String reason, @Nullable String trouble) {
    if (occasion != asked || retired) {
      return -1;
    }
    if (!reasons.isEmpty()) {
      return reason != null && reasons.contains(reason) ? 2 : -1;
    }
    return problem == null ? 0 : problem.equals(trouble) ? 1 : -1;
  }
}
