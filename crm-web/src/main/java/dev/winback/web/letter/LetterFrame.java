package dev.winback.web.letter;

import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/**
 * A letter for an iframe: letters need inline styles and outside pictures, so their frame has a
 * policy of its own and can run nothing (look.md, "Content security policy").
 */
final class LetterFrame {

  private static final String POLICY =
      "default-src 'none'; img-src 'self' https:; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";

  private static final String REFUSED =
      "<!DOCTYPE html><body style=\"margin:16px;font:14px/20px sans-serif\">"
          + "<p style=\"padding:8px 12px;color:#a61b12;background:#fdecea\">%s</p>";

  private static final Pattern FILE =
      Pattern.compile("src=\"https?://[^\"/]+(/f/[A-Za-z0-9_-]{22}\\.[a-z]{3,4})\"");

  private LetterFrame() {}

  /** Pictures come from where the page came from: readers know this program by another name. */
  static ResponseEntity<String> of(String html) {
    return answer(MediaType.TEXT_HTML, FILE.matcher(html).replaceAll("src=\"$1\""), 200);
  }

  /** The letter as in a dark or a light mail program, whatever the reader's own browser prefers. */
  static String lit(String html, boolean dark) {
    return html.replace(
            "@media (prefers-color-scheme: dark)", dark ? "@media all" : "@media not all")
        .replace("content=\"light dark\"", dark ? "content=\"dark\"" : "content=\"light\"");
  }

  /** In colours of its own: the frame behind it is light or dark. */
  static ResponseEntity<String> refused(String sentence) {
    return answer(MediaType.TEXT_HTML, REFUSED.formatted(HtmlUtils.htmlEscape(sentence)), 422);
  }

  private static ResponseEntity<String> answer(MediaType type, String body, int status) {
    return ResponseEntity.status(status)
        .header("Content-Security-Policy", POLICY)
        .header("X-Frame-Options", "SAMEORIGIN")
        .header("Cache-Control", "no-store")
        .contentType(new MediaType(type, java.nio.charset.StandardCharsets.UTF_8))
        .body(body);
  }
}
