package dev.winback.web.script;

import dev.winback.script.Content;
import dev.winback.script.Occasion;
import dev.winback.script.Passage;
import dev.winback.script.Script;
import dev.winback.script.ScriptKind;
import dev.winback.script.Step;
import dev.winback.shared.Refused;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A script as the API tells it and is told it; the version is the one that was read. */
record ScriptItem(
    @Nullable String code,
    @Nullable String title,
    @Nullable String kind,
    @Nullable String occasion,
    @Nullable List<String> reasons,
    @Nullable String problem,
    @Nullable List<Part> steps,
    @Nullable Boolean retired,
    @Nullable Integer version,
    @Nullable Boolean shipped) {

  record Part(@Nullable String step, @Nullable String text, @Nullable String dont) {}

  static ScriptItem of(Script script) {
    var content = script.content();
    return new ScriptItem(
        script.code(),
        content.title(),
        content.kind().code(),
        content.occasion().code(),
        content.reasons(),
        content.problem(),
        content.passages().stream()
            .map(p -> new Part(p.step().code(), p.text(), p.dont()))
            .toList(),
        content.retired(),
        script.version(),
        script.shipped());
  }

  Content toContent() {
    return new Content(
        Objects.requireNonNullElse(title, ""),
        ScriptKind.ofCode(kind),
        Occasion.ofCode(occasion),
        whole("reasons", reasons),
        problem,
        whole("steps", steps).stream()
            .map(
                part ->
                    new Passage(
                        Step.ofCode(part.step),
                        Objects.requireNonNullElse(part.text, ""),
                        part.dont))
            .toList(),
        Boolean.TRUE.equals(retired));
  }

  /** A list of a body may hold null, which is no element. */
  private static <T> List<T> whole(String field, @Nullable List<T> told) {
    var all = Objects.requireNonNullElse(told, List.<T>of());
    if (all.stream().anyMatch(Objects::isNull)) {
      throw Refused.field(field, "script.refused.element");
    }
    return all;
  }
}
