package dev.winback.web.script;

import dev.winback.script.ScriptText;
import dev.winback.script.ScriptTextEntry;
import dev.winback.script.Scripts;
import dev.winback.script.TextKind;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The texts of calls for programs. */
@RestController
@RequestMapping("/api/v1/scripts")
class ScriptApi {

  private final Scripts scripts;

  ScriptApi(Scripts scripts) {
    this.scripts = scripts;
  }

  /** All of them, or those of a kind: there are a few hundred at most. */
  @GetMapping
  List<ScriptText> list(
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(defaultValue = "") String words,
      Actor actor) {
    actor.require(Permission.READ_SCRIPTS);
    return scripts.texts(kind == null ? null : TextKind.ofCode(kind), words);
  }

  @PutMapping("/{id}")
  ScriptText change(@PathVariable long id, @RequestBody ScriptTextEntry entry, Actor actor) {
    return scripts.change(id, entry, null, actor);
  }
}
