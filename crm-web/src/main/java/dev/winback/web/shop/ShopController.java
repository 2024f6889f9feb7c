package dev.winback.web.shop;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shared.Settings;
import dev.winback.shop.DeliveryRow;
import dev.winback.shop.DeliveryState;
import dev.winback.shop.NewShop;
import dev.winback.shop.ShopSystem;
import dev.winback.shop.Shops;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.Wording;
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

/** Shops are connected here; what they said stands on the page beside. */
@Controller
@RequestMapping("/settings/shops")
class ShopController {

  private static final int PAGE = 50;

  private final Shops shops;
  private final Settings settings;
  private final Wording wording;
  private final BusinessClock clock;

  ShopController(Shops shops, Settings settings, Wording wording, BusinessClock clock) {
    this.clock = clock;
    this.shops = shops;
    this.settings = settings;
    this.wording = wording;
  }

  @GetMapping
  ModelAndView list(Actor actor) {
    return page(NewShop.EMPTY, null, actor);
  }

  @PostMapping
  ModelAndView connect(NewShop entry, Actor actor, RedirectAttributes after) {
    try {
      shops.connect(entry, actor);
    } catch (Refused refused) {
      return page(entry, refused, actor);
    }
    return back("shop.connected", String.valueOf(entry.address()), null, after);
  }

  @PostMapping("/{id}/disconnection")
  ModelAndView disconnect(@PathVariable long id, Actor actor, RedirectAttributes after) {
    var undo = "/settings/shops/" + id + "/connection";
    return back("shop.disconnected", shops.disconnect(id, actor), undo, after);
  }

  @PostMapping("/{id}/connection")
  ModelAndView reconnect(@PathVariable long id, Actor actor, RedirectAttributes after) {
    return back("shop.connected", shops.reconnect(id, actor), null, after);
  }

  private ModelAndView back(
      String key, String address, @Nullable String undo, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of(key, address));
    after.addFlashAttribute("undo", undo);
    return new ModelAndView("redirect:/settings/shops");
  }

  /** Secrets are never shown again, not even to whoever typed them a moment ago. */
  private ModelAndView page(NewShop entry, @Nullable Refused refused, Actor actor) {
    var page = new ModelAndView("shop/shops");
    page.addObject("shops", shops.all(actor));
    page.addObject("refusals", shops.refusals(actor));
    page.addObject("systems", ShopSystem.values());
    page.addObject("entry", entry);
    page.addObject("hooks", settings.baseUrl() + "/hooks/");
    page.addObject("refused", refused);
    if (refused != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }

  @GetMapping("/deliveries")
  ModelAndView deliveries(
      @RequestParam(required = false) @Nullable DeliveryState state,
      @RequestParam(required = false) @Nullable String after,
      Actor actor) {
    var page = new ModelAndView("shop/deliveries");
    page.addObject("deliveries", shops.deliveries(state, after, PAGE, actor));
    page.addObject("states", DeliveryState.values());
    page.addObject("state", state);
    page.addObject("after", after);
    return page;
  }

  /** All of the state that is chosen, a page in memory at a time. */
  @GetMapping({"/deliveries.csv", "/deliveries.xlsx"})
  void export(
      @RequestParam(required = false) @Nullable DeliveryState state,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    var page = shops.deliveries(state, null, PAGE, actor);
    try (var file = Export.open(request, response, clock.today(), "deliveries")) {
      file.row("received", "shop", "topic", "delivery", "state", "reason", "ended");
      while (true) {
        page.items().forEach(row -> write(file, row));
        if (page.next() == null) {
          return;
        }
        page = shops.deliveries(state, page.next(), PAGE, actor);
      }
    }
  }

  private void write(Export file, DeliveryRow row) {
    var reason = row.reason() == null ? "" : wording.of(row.reason());
    file.row(
        row.receivedAt(),
        row.shop(),
        row.topic(),
        row.delivery(),
        row.state().word(),
        reason,
        row.endedAt());
  }

  @PostMapping("/deliveries/{id}/attempts")
  ModelAndView tryAgain(@PathVariable long id, Actor actor, RedirectAttributes after) {
    shops.tryAgain(id, actor);
    after.addFlashAttribute("notice", wording.of("shop.delivery.again"));
    return new ModelAndView("redirect:/settings/shops/deliveries?state=REFUSED");
  }
}
