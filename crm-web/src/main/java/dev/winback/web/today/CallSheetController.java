package dev.winback.web.today;

import dev.winback.staff.Actor;
import dev.winback.task.CallSheets;
import dev.winback.task.TaskId;
import dev.winback.task.Tasks;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is typed on a card before it is a call: kept while it is being typed. */
@Controller
class CallSheetController {

  private final Tasks tasks;
  private final CallSheets sheets;

  CallSheetController(Tasks tasks, CallSheets sheets) {
    this.tasks = tasks;
    this.sheets = sheets;
  }

  @PutMapping("/today/{task}/note")
  String note(@PathVariable TaskId task, @RequestParam String note, Actor actor, Model model) {
    tasks.keepNote(task, note, actor);
    model.addAttribute("note", note);
    return "today/day :: noted";
  }

  @PutMapping("/today/{task}/sheet")
  String keep(@PathVariable TaskId task, @RequestParam Map<String, String> fields, Actor actor) {
    var typed = new HashMap<>(fields);
    typed.remove("_csrf");
    sheets.keep(task, typed, actor);
    return "today/day :: saved";
  }

  @PutMapping("/today/{task}/aim")
  String aim(@PathVariable TaskId task, @RequestParam String aim, Actor actor) {
    sheets.aim(task, aim, actor);
    return "today/day :: saved";
  }
}
