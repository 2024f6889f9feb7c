package dev.winback.web.letter;

import dev.winback.letter.Drafts;
import dev.winback.mail.LetterRenderer;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The confirmation in the form as its customer would get it; nothing is saved. */
@Controller
class ConfirmationPreviewController {

  private final Drafts drafts;
  private final LetterRenderer renderer;
  private final Wording wording;

  ConfirmationPreviewController(Drafts drafts, LetterRenderer renderer, Wording wording) {
    this.drafts = drafts;
    this.renderer = renderer;
    this.wording = wording;
  }

  @PostMapping("/confirmations/{call}/preview")
  ResponseEntity<String> preview(
      @PathVariable long call,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String body,
      @RequestParam(defaultValue = "") String width,
      Actor actor) {
    try {
      var letter = renderer.render(drafts.confirmation(call, subject, body, actor));
      return LetterFrame.of(LetterFrame.lit(letter.html(), "dark".equals(width)));
    } catch (Refused refused) {
      return LetterFrame.refused(wording.of(refused.sentence()));
    }
  }
}
