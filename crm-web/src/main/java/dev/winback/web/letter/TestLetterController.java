package dev.winback.web.letter;

import dev.winback.letter.TestLetters;
import dev.winback.mail.TestSender;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The draft in the form as a test letter in one's own mailbox. */
@Controller
@RequestMapping("/letters")
class TestLetterController {

  private final TestSender sender;
  private final TestLetters tests;
  private final Wording wording;

  TestLetterController(TestSender sender, TestLetters tests, Wording wording) {
    this.wording = wording;
    this.sender = sender;
    this.tests = tests;
  }

  /** Beside the form: the draft in it stays. */
  @PostMapping("/rungs/{number}/tests")
  String send(
      @PathVariable int number, @RequestParam Map<String, String> form, Model model, Actor actor) {
    try {
      var draft = TemplateForm.template(form);
      var customer = PreviewController.customer(form);
      long id =
          sender.send(
              number,
              draft,
              TemplateForm.language(form),
              customer,
              subject -> wording.of("letter.test.subject", subject),
              actor);
      model.addAttribute("test", tests.letter(id, actor));
    } catch (Refused refused) {
      model.addAttribute("refused", refused);
    }
    return "letter/check :: tested";
  }

  @GetMapping("/tests/{id}")
  String letter(@PathVariable long id, Model model, Actor actor) {
    model.addAttribute("test", tests.letter(id, actor));
    return "letter/test";
  }

  @GetMapping("/tests/{id}/html")
  ResponseEntity<String> html(@PathVariable long id, Actor actor) {
    return LetterFrame.of(tests.letter(id, actor).html());
  }
}
