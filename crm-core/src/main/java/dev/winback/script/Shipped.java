package dev.winback.script;

import dev.winback.shared.Sql;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The texts that come with the program, read once. */
final class Shipped {

  /** By their codes, in the order in which they are shown. */
  static final Map<String, Content> SCRIPTS = scripts();

  static final List<Phrase> PHRASES = phrases();

  private Shipped() {}

  /** A script of the file; steps that it does not word are those of its base. */
  private record Draft(
      String code,
      @Nullable String base,
      String title,
      @Nullable ScriptKind kind,
      @Nullable Occasion occasion,
      @Nullable List<String> reasons,
      @Nullable String problem,
      Map<Step, String> say,
      @Nullable Map<Step, String> dont) {}

  private record Short(PhraseSort sort, String code, String title, String text) {}

  private static Map<String, Content> scripts() {
    var all = new LinkedHashMap<String, Content>();
    for (var draft : read("scripts.json", Draft[].class)) {
      all.put(draft.code, content(draft, all.get(Objects.requireNonNullElse(draft.base, ""))));
    }
    return Collections.unmodifiableMap(all);
  }

  private static Content content(Draft draft, @Nullable Content base) {
    return new Content(
        draft.title,
        Objects.requireNonNullElse(draft.kind, ScriptKind.FLEXIBLE),
        Objects.requireNonNullElse(draft.occasion, Occasion.CALL),
        Objects.requireNonNullElse(draft.reasons, List.of()),
        draft.problem,
        Arrays.stream(Step.values())
            .map(step -> passage(step, draft, base))
            .filter(Objects::nonNull)
            .toList(),
        false);
  }

  private static @Nullable Passage passage(Step step, Draft draft, @Nullable Content base) {
    var before =
        base == null
            ? null
            : base.passages().stream().filter(p -> p.step() == step).findFirst().orElse(null);
    var text = draft.say.get(step);
    if (text == null) {
      return before;
    }
    var dont = draft.dont == null ? null : draft.dont.get(step);
    return new Passage(step, text, dont == null && before != null ? before.dont() : dont);
  }

  private static List<Phrase> phrases() {
    return Arrays.stream(read("phrases.json", Short[].class))
        .map(s -> new Phrase(s.sort, s.code, s.title, s.text, false, 0, true))
        .toList();
  }

  private static <T> T read(String file, Class<T> type) {
    return JsonMapper.shared().readValue(Sql.of(Shipped.class, file), type);
  }
}
