package dev.winback.web.unsubscribe;

import dev.winback.inbox.TrackingConsents;
import dev.winback.inbox.TrackingConsents.Consent;
import dev.winback.letter.TestLetters;
import dev.winback.letter.Unsubscribes;
import dev.winback.web.layout.ReaderLanguage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page behind the link in every letter: looking changes nothing, because mail scanners look;
 * only a POST acts (RFC 8058).
 */
@Controller
@RequestMapping("/u/{token}")
class UnsubscribeController {

  /** Whatever else a mail program sends with it, one click is one. */
  private static final String NOT_ONE_CLICK = "!List-Unsubscribe";

  private final Unsubscribes unsubscribes;
  private final TrackingConsents consents;

  UnsubscribeController(Unsubscribes unsubscribes, TrackingConsents consents) {
    this.unsubscribes = unsubscribes;
    this.consents = consents;
  }

  @ModelAttribute
  void readersPage(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
    ReaderLanguage.speak(request, unsubscribes.language(token));
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Referrer-Policy", "no-referrer");
  }

  @GetMapping
  String page(@PathVariable String token, Model model, HttpServletResponse response) {
    if (token.equals(TestLetters.WAY_OUT)) {
      return "unsubscribe/test";
    }
    return unsubscribes
        .way(token)
        .map(way -> show(way, token, "", model))
        .orElseGet(() -> unknown(response));
  }

  /** What a mail program sends when its reader presses "unsubscribe". */
  @PostMapping(params = "List-Unsubscribe=One-Click")
  ResponseEntity<Void> oneClick(@PathVariable String token) {
    return ResponseEntity.status(unsubscribes.unsubscribe(token) ? 200 : 400).build();
  }

  @PostMapping(params = {"act=stop", NOT_ONE_CLICK})
  String stop(@PathVariable String token, Model model, HttpServletResponse response) {
    return unsubscribes.unsubscribe(token) ? page(token, model, response) : unknown(response);
  }

  @PostMapping(params = {"act=pause", NOT_ONE_CLICK})
  String pause(@PathVariable String token, Model model, HttpServletResponse response) {
    return unsubscribes.pause(token) ? page(token, model, response) : unknown(response);
  }

  @PostMapping(params = {"act=carts", NOT_ONE_CLICK})
  String cartsOnly(@PathVariable String token, Model model, HttpServletResponse response) {
    return unsubscribes.cartsOnly(token) ? page(token, model, response) : unknown(response);
  }

  /** Whether we may be told that he follows links or opens letters. */
  @PostMapping(params = {"act=tracking", NOT_ONE_CLICK})
  String tracking(
      @PathVariable String token,
      @RequestParam(defaultValue = "false") boolean clicks,
      @RequestParam(defaultValue = "false") boolean opens,
      Model model,
      HttpServletResponse response) {
    return consents.sayReader(token, new Consent(clicks, opens))
        ? show(unsubscribes.way(token).orElseThrow(), token, "saved", model)
        : unknown(response);
  }

  @PostMapping(params = {"act=undo", NOT_ONE_CLICK})
  String undo(@PathVariable String token, Model model, HttpServletResponse response) {
    var undone = unsubscribes.undo(token);
    return unsubscribes
        .way(token)
        .map(way -> show(way, token, undone.orElse(false) ? "undone" : "late", model))
        .orElseGet(() -> unknown(response));
  }

  private String show(Unsubscribes.Way way, String token, String note, Model model) {
    model.addAttribute("consent", consents.ofReader(token).orElse(Consent.NONE));
    model.addAttribute("way", way);
    model.addAttribute("note", note);
    return "unsubscribe/page";
  }

  /** The same answer to a forged and to an unknown token. */
  private static String unknown(HttpServletResponse response) {
    response.setStatus(400);
    return "unsubscribe/unknown";
  }
}
