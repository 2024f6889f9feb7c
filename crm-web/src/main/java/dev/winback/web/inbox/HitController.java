package dev.winback.web.inbox;

import dev.winback.inbox.Hits;
import dev.winback.inbox.Visitor;
import dev.winback.letter.LetterLanguages;
import dev.winback.web.layout.ReaderLanguage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The links and the picture of letters: a link leads where its letter says and nowhere else; a
 * forged and an unknown one are the same page.
 */
@Controller
class HitController {

  private static final byte[] POINT =
      Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

  private final Hits hits;
  private final LetterLanguages languages;

  HitController(Hits hits, LetterLanguages languages) {
    this.hits = hits;
    this.languages = languages;
  }

  @GetMapping("/c/{token}")
  @Nullable String follow(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
    keepPrivate(response);
    var target =
        request.getMethod().equals("HEAD")
            ? hits.target(token)
            : hits.follow(token, visitor(request));
    if (target.isEmpty()) {
      return unknown(request, response);
    }
    response.setStatus(302);
    response.setHeader("Location", target.get().toASCIIString());
    return null;
  }

  @GetMapping("/o/{token}")
  @Nullable String load(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    keepPrivate(response);
    if (!request.getMethod().equals("HEAD") && !hits.load(token, visitor(request))) {
      return unknown(request, response);
    }
    response.setContentType(MediaType.IMAGE_GIF_VALUE);
    response.getOutputStream().write(POINT);
    return null;
  }

  private String unknown(HttpServletRequest request, HttpServletResponse response) {
    ReaderLanguage.speak(request, languages.firm());
    response.setStatus(404);
    return "unsubscribe/link";
  }

  private static void keepPrivate(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Referrer-Policy", "no-referrer");
  }

  private static Visitor visitor(HttpServletRequest request) {
    boolean ahead =
        request.getHeader("Sec-Purpose") != null
            || request.getHeader("Purpose") != null
            || request.getHeader("X-Moz") != null;
    return new Visitor(request.getHeader("User-Agent"), ahead);
  }
}
