package dev.winback.web.script;

import dev.winback.script.Content;
import dev.winback.script.Occasion;
import dev.winback.script.Passage;
import dev.winback.script.ScriptKind;
import dev.winback.script.Step;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A script as the page sends it: a field for each step, empty for a step that it leaves out. */
record ScriptForm(
    @Nullable String title,
    @Nullable String kind,
    @Nullable String occasion,
    @Nullable List<String> reasons,
    @Nullable String problem,
    @Nullable Boolean retired) {

  Content toContent(Map<String, String> fields) {
    return new Content(
        Objects.requireNonNullElse(title, "").strip(),
        ScriptKind.ofCode(kind),
        Occasion.ofCode(occasion),
        Objects.requireNonNullElse(reasons, List.of()),
        problem == null || problem.isBlank() ? null : problem,
        Stream.of(Step.values()).flatMap(step -> passage(step, fields)).toList(),
        Boolean.TRUE.equals(retired));
  }

  /** Browsers send lines apart with a carriage return, which no text has. */
  private static Stream<Passage> passage(Step step, Map<String, String> fields) {
    var text = text(fields.get("text-" + step.code()));
    var dont = text(fields.get("dont-" + step.code()));
    return text.isEmpty()
        ? Stream.empty()
        : Stream.of(new Passage(step, text, dont.isEmpty() ? null : dont));
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.replace("\r\n", "\n").strip();
  }
}
