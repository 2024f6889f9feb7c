package dev.winback.web.prompt;

import dev.winback.prompt.CartFilter;
import dev.winback.prompt.CartReminders;
import dev.winback.prompt.CartRow;
import dev.winback.prompt.CartSetting;
import dev.winback.prompt.Prompts;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The three reminders of a cart, their settings and their balance, and the carts themselves. */
@Controller
class CartController {

  private static final int ROWS = 50;

  private final CartReminders reminders;
  private final Prompts prompts;
  private final BusinessClock clock;
  private final Wording wording;

  CartController(CartReminders reminders, Prompts prompts, BusinessClock clock, Wording wording) {
    this.reminders = reminders;
    this.prompts = prompts;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/letters/carts")
  ModelAndView carts(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(defaultValue = "false") boolean reminded,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor) {
    var filter = CartFilter.of(state, reminded);
    var page = page(filter, after, actor);
    page.addObject("address", ListAddress.of(request));
    return page;
  }

  private ModelAndView page(CartFilter filter, @Nullable String after, Actor actor) {
    var page = new ModelAndView("prompt/carts");
    page.addObject("setting", reminders.setting(actor));
    page.addObject("steps", prompts.kinds(actor).stream().filter(k -> k.kind().cart()).toList());
    if (after == null) {
      page.addObject("effect", reminders.effect(actor)); // reads all carts: on the first page only
    }
    page.addObject("filter", filter);
    page.addObject("states", CartFilter.STATES);
    page.addObject("count", reminders.count(filter, actor));
    page.addObject("page", reminders.page(filter, after, ROWS, actor));
    return page;
  }

  @GetMapping({"/letters/carts.csv", "/letters/carts.xlsx"})
  void file(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(defaultValue = "false") boolean reminded,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    actor.require(Permission.SEE_ALL_LETTERS);
    var filter = CartFilter.of(state, reminded);
    try (var file = Export.open(request, response, clock.today(), "carts")) {
      file.head(wording.of("prompt.carts.csv"));
      reminders.export(filter, actor, row -> file.row(cells(row)));
    }
  }

  private static @Nullable Object[] cells(CartRow row) {
    var reminder = row.reminder();
    return new @Nullable Object[] {
      row.ref(),
      row.customer(),
      row.items(),
      row.amount(),
      row.currency(),
      row.seenAt(),
      row.state(),
      reminder == null ? null : reminder.code(),
      row.letterCode(),
      row.reasonCode()
    };
  }

  @PostMapping("/letters/carts/settings")
  ModelAndView change(
      @RequestParam(defaultValue = "60") int idleMinutes,
      @RequestParam(defaultValue = "24") int nextHours,
      @RequestParam(defaultValue = "6") int lastDays,
      Actor actor,
      RedirectAttributes after) {
    var setting = new CartSetting(idleMinutes, nextHours, lastDays);
    long change;
    try {
      change = reminders.change(setting, actor);
    } catch (Refused refused) {
      var page = page(CartFilter.of(null, false), null, actor);
      page.addObject("address", new ListAddress("/letters/carts", null));
      page.addObject("setting", setting);
      page.addObject("refused", refused);
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page;
    }
    after.addFlashAttribute("notice", wording.of("letter.done.saved"));
    after.addFlashAttribute("undo", "/letters/carts/settings/" + change + "/undo");
    return new ModelAndView("redirect:/letters/carts");
  }

  @PostMapping("/letters/carts/settings/{change:\\d+}/undo")
  String undo(@PathVariable long change, Actor actor, RedirectAttributes after) {
    reminders.undo(change, actor);
    after.addFlashAttribute("notice", wording.of("prompt.carts.undone"));
    return "redirect:/letters/carts";
  }
}
