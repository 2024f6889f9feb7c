package dev.winback.web.settings;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.ApiKeys;
import dev.winback.staff.KeyRow;
import dev.winback.staff.NewKey;
import dev.winback.staff.Permission;
import dev.winback.staff.Scope;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The API keys of a member, for an administrator those of everybody. */
@Controller
class KeyController {

  private static final Object[] COLUMNS =
      "key,prefix,scopes,member,created_at,last_used_at,expires_on,revoked_at,state".split(",");

  private final ApiKeys keys;
  private final BusinessClock clock;
  private final Wording wording;

  KeyController(ApiKeys keys, BusinessClock clock, Wording wording) {
    this.keys = keys;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/settings/keys")
  ModelAndView list(Actor actor) {
    return page(NewKey.EMPTY, null, actor);
  }

  @GetMapping({"/settings/keys.csv", "/settings/keys.xlsx"})
  void csv(Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    var rows = keys.all(actor);
    try (var file = Export.open(request, response, clock.today(), "api-keys")) {
      file.row(COLUMNS);
      rows.forEach(row -> file.row(cells(row)));
    }
  }

  private static @Nullable Object[] cells(KeyRow row) {
    return new @Nullable Object[] {
      row.name(),
      row.prefix(),
      String.join(" ", row.scopes()),
      row.login(),
      row.createdAt(),
      row.lastUsedAt(),
      row.expiresOn(),
      row.revokedAt(),
      row.state()
    };
  }

  /** The secret passes to the next page once and is nowhere after that. */
  @PostMapping("/settings/keys")
  ModelAndView make(NewKey entry, Actor actor, RedirectAttributes after) {
    try {
      var made = keys.make(entry, actor);
      after.addFlashAttribute("made", made);
      return new ModelAndView("redirect:/settings/keys");
    } catch (Refused refused) {
      return page(entry, refused, actor);
    }
  }

  @PostMapping("/settings/keys/{id}/revocation")
  String revoke(@PathVariable long id, Actor actor, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of("keys.revoked", keys.revoke(id, actor)));
    after.addFlashAttribute("undo", "/settings/keys/" + id + "/restoration");
    return "redirect:/settings/keys";
  }

  @PostMapping("/settings/keys/{id}/restoration")
  String restore(@PathVariable long id, Actor actor, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of("keys.restored", keys.restore(id, actor)));
    return "redirect:/settings/keys";
  }

  private ModelAndView page(NewKey entry, @Nullable Refused refused, Actor actor) {
    var page = new ModelAndView("settings/keys");
    page.addObject("keys", keys.all(actor));
    page.addObject("scopes", Scope.of(actor.role()));
    page.addObject("everybody", actor.may(Permission.ADMINISTER));
    page.addObject("entry", entry);
    page.addObject("refused", refused);
    page.addObject("today", clock.today());
    if (refused != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }
}
