package dev.winback.web.inbox;

import dev.winback.inbox.Readings;
import dev.winback.inbox.TrackingConsents;
import dev.winback.inbox.TrackingConsents.Consent;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** What a customer has said about being counted, and the rungs that would count openings. */
@Controller
class TrackingController {

  private final TrackingConsents consents;
  private final Readings readings;
  private final Wording wording;

  TrackingController(TrackingConsents consents, Readings readings, Wording wording) {
    this.consents = consents;
    this.readings = readings;
    this.wording = wording;
  }

  @PostMapping("/customers/{ref}/tracking")
  String say(
      @PathVariable String ref,
      @RequestParam(defaultValue = "false") boolean clicks,
      @RequestParam(defaultValue = "false") boolean opens,
      Actor actor,
      RedirectAttributes after) {
    consents.say(ref, new Consent(clicks, opens), actor);
    after.addFlashAttribute("notice", wording.of("inbox.tracking.saved"));
    return "redirect:" + UriComponentsBuilder.fromPath("/customers/{ref}").build(ref).getRawPath();
  }

  @PostMapping("/letters/rungs/{number}/pixel")
  String pixel(
      @PathVariable int number,
      @RequestParam(defaultValue = "false") boolean on,
      Actor actor,
      RedirectAttributes after) {
    readings.pixel(number, on, actor);
    after.addFlashAttribute("notice", wording.of(on ? "inbox.pixel.on" : "inbox.pixel.off"));
    return "redirect:/letters/returns";
  }
}
