package dev.winback.web.script;

import dev.winback.script.Phrase;
import dev.winback.script.PhraseSort;
import dev.winback.script.Phrases;
import dev.winback.script.Scripts;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The texts of calls for other systems, such as a telephone that shows them. */
@RestController
@RequestMapping("/api/v1")
class ScriptsApi {

  private final Scripts scripts;
  private final Phrases phrases;

  ScriptsApi(Scripts scripts, Phrases phrases) {
    this.scripts = scripts;
    this.phrases = phrases;
  }

  @GetMapping("/scripts")
  Map<String, List<ScriptItem>> list(Actor actor) {
    return Map.of("items", scripts.all(actor).stream().map(ScriptItem::of).toList());
  }

  @GetMapping("/scripts/{code}")
  ScriptItem one(@PathVariable String code, Actor actor) {
    return ScriptItem.of(scripts.of(code, actor));
  }

  @PostMapping("/scripts")
  @ResponseStatus(HttpStatus.CREATED)
  ScriptItem add(@RequestBody ScriptItem item, Actor actor) {
    actor.require(Permission.KEEP_SCRIPTS);
    return ScriptItem.of(scripts.add(item.toContent(), actor));
  }

  @PutMapping("/scripts/{code}")
  ScriptItem save(@PathVariable String code, @RequestBody ScriptItem item, Actor actor) {
    actor.require(Permission.KEEP_SCRIPTS);
    int seen = Objects.requireNonNullElse(item.version(), 0);
    return ScriptItem.of(scripts.save(code, item.toContent(), seen, actor));
  }

  @PostMapping("/scripts/{code}/restoration")
  ScriptItem restore(@PathVariable String code, Actor actor) {
    return ScriptItem.of(scripts.restore(code, actor));
  }

  record Line(String sort, String code, String title, String text, boolean retired, int version) {

    static Line of(Phrase phrase) {
      return new Line(
          phrase.sort().code(),
          phrase.code(),
          phrase.title(),
          phrase.text(),
          phrase.retired(),
          phrase.version());
    }
  }

  @GetMapping("/phrases")
  Map<String, List<Line>> phrases(@RequestParam String sort, Actor actor) {
    var all = phrases.all(PhraseSort.ofCode(sort), actor);
    return Map.of("items", all.stream().map(Line::of).toList());
  }
}
