package dev.winback.web.webhook;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.Wording;
import dev.winback.webhook.Deliveries;
import dev.winback.webhook.DeliveryRow;
import dev.winback.webhook.EventType;
import dev.winback.webhook.NewWebhook;
import dev.winback.webhook.Webhooks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One address with its messages: what waits, what arrived, what was answered. */
@Controller
@RequestMapping("/settings/webhooks/{id}")
class DeliveryController {

  private static final Object[] COLUMNS =
      "message,event,state,tries,code,answer,written_at,tried_at,next_try_at".split(",");

  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final BusinessClock clock;
  private final Wording wording;

  DeliveryController(
      Webhooks webhooks, Deliveries deliveries, BusinessClock clock, Wording wording) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping
  ModelAndView list(
      @PathVariable long id,
      @RequestParam @Nullable String state,
      @RequestParam @Nullable String after,
      Actor actor) {
    var webhook = webhooks.one(id, actor);
    return page(id, state, after, new NewWebhook(webhook.url(), webhook.events()), actor);
  }

  @PostMapping
  ModelAndView change(
      @PathVariable long id, NewWebhook entry, Actor actor, RedirectAttributes after) {
    try {
      webhooks.change(id, entry, actor);
      return new ModelAndView(done("changed", id, after));
    } catch (Refused refused) {
      var page = page(id, null, null, entry, actor);
      page.addObject("refused", refused);
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page;
    }
  }

  private ModelAndView page(
      long id, @Nullable String state, @Nullable String after, NewWebhook entry, Actor actor) {
    var page = new ModelAndView("webhook/webhook");
    page.addObject("webhook", webhooks.one(id, actor));
    page.addObject("page", deliveries.page(id, state, after, actor));
    page.addObject("state", state == null ? "" : state);
    page.addObject("states", Deliveries.STATES);
    page.addObject("events", EventType.choices());
    page.addObject("entry", entry);
    return page;
  }

  @GetMapping({"/deliveries.csv", "/deliveries.xlsx"})
  void csv(
      @PathVariable long id,
      @RequestParam @Nullable String state,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    webhooks.one(id, actor);
    try (var file = Export.open(request, response, clock.today(), "webhook-messages")) {
      file.row(COLUMNS);
      deliveries.export(id, state, actor, row -> file.row(cells(row)));
    }
  }

  private static @Nullable Object[] cells(DeliveryRow row) {
    return new @Nullable Object[] {
      row.messageId(),
      row.type(),
      row.state(),
      row.attempts(),
      row.code(),
      row.answer(),
      row.createdAt(),
      row.attemptedAt(),
      row.nextAttemptAt()
    };
  }

  @PostMapping("/tests")
  String test(@PathVariable long id, Actor actor, RedirectAttributes after) {
    deliveries.test(id, actor);
    return done("test", id, after);
  }

  @PostMapping("/deliveries/{delivery}/copies")
  String again(
      @PathVariable long id, @PathVariable long delivery, Actor actor, RedirectAttributes after) {
    deliveries.again(id, delivery, actor);
    return done("again", id, after);
  }

  private String done(String what, long id, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of("webhooks.done." + what));
    return "redirect:/settings/webhooks/" + id;
  }
}
