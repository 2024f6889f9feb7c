package dev.winback.web.webhook;

import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import dev.winback.webhook.EventType;
import dev.winback.webhook.NewWebhook;
import dev.winback.webhook.Webhooks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The addresses that are told what happens here: added, switched off and on, removed. */
@Controller
@RequestMapping("/settings/webhooks")
class WebhookController {

  private static final String LIST = "/settings/webhooks";

  private final Webhooks webhooks;
  private final Wording wording;

  WebhookController(Webhooks webhooks, Wording wording) {
    this.webhooks = webhooks;
    this.wording = wording;
  }

  @GetMapping
  ModelAndView list(Actor actor) {
    return page(NewWebhook.EMPTY, null, actor);
  }

  @PostMapping
  ModelAndView make(NewWebhook entry, Actor actor, RedirectAttributes after) {
    try {
      var made = webhooks.make(entry, actor);
      after.addFlashAttribute("made", made);
      return new ModelAndView("redirect:" + one(made.id()));
    } catch (Refused refused) {
      return page(entry, refused, actor);
    }
  }

  private ModelAndView page(NewWebhook entry, @Nullable Refused refused, Actor actor) {
    var page = new ModelAndView("webhook/list");
    page.addObject("webhooks", webhooks.all(actor));
    page.addObject("events", EventType.choices());
    page.addObject("entry", entry);
    page.addObject("refused", refused);
    if (refused != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }

  @PostMapping("/{id}/secret")
  String changeSecret(@PathVariable long id, Actor actor, RedirectAttributes after) {
    after.addFlashAttribute("made", webhooks.changeSecret(id, actor));
    return "redirect:" + one(id);
  }

  @PostMapping("/{id}/activation")
  String switchOn(@PathVariable long id, Actor actor, RedirectAttributes after) {
    webhooks.switchOn(id, actor);
    return done("on", one(id) + "/deactivation", one(id), after);
  }

  @PostMapping("/{id}/deactivation")
  String switchOff(@PathVariable long id, Actor actor, RedirectAttributes after) {
    webhooks.switchOff(id, actor);
    return done("off", one(id) + "/activation", one(id), after);
  }

  @PostMapping("/{id}/removal")
  String remove(@PathVariable long id, Actor actor, RedirectAttributes after) {
    var url = webhooks.remove(id, actor);
    return done("removed", one(id) + "/restoration", LIST, after, url);
  }

  @PostMapping("/{id}/restoration")
  String restore(@PathVariable long id, Actor actor, RedirectAttributes after) {
    var url = webhooks.restore(id, actor);
    return done("restored", null, LIST, after, url);
  }

  private String done(
      String what, @Nullable String undo, String to, RedirectAttributes after, Object... figures) {
    after.addFlashAttribute("notice", wording.of("webhooks.done." + what, figures));
    after.addFlashAttribute("undo", undo);
    return "redirect:" + to;
  }

  private static String one(long id) {
    return LIST + "/" + id;
  }
}
