package dev.winback.web.mailbox;

import dev.winback.letter.Mailbox;
import dev.winback.staff.Actor;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Letters that stayed on this machine, as their readers would see them. */
@Controller
@RequestMapping("/mailbox")
class MailboxController {

  /** A letter's HTML needs inline styles; it runs nothing and loads pictures only. */
  private static final String FRAME_POLICY =
      "default-src 'none'; img-src 'self' https:; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";

  private final Mailbox mailbox;

  MailboxController(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  @GetMapping
  String list(@RequestParam(required = false) @Nullable String after, Actor actor, Model model) {
    model.addAttribute("page", mailbox.list(after, actor));
    return "mailbox/list";
  }

  @GetMapping("/{id}")
  String letter(@PathVariable long id, Actor actor, Model model) {
    var letter = mailbox.letter(id, actor);
    model.addAttribute("letter", letter);
    model.addAttribute("headers", headers(letter.message()));
    return "mailbox/letter";
  }

  @GetMapping("/{id}/html")
  ResponseEntity<String> html(@PathVariable long id, Actor actor) {
    return ResponseEntity.ok()
        .header("Content-Security-Policy", FRAME_POLICY)
        .header("Cache-Control", "no-store")
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .body(mailbox.letter(id, actor).html());
  }

  @GetMapping("/{id}.eml")
  ResponseEntity<byte[]> message(@PathVariable long id, Actor actor) {
    var file = ContentDisposition.attachment().filename("letter-" + id + ".eml").build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
        .contentType(MediaType.parseMediaType("message/rfc822"))
        .body(mailbox.letter(id, actor).message());
  }

  private static String headers(byte[] message) {
    var text = new String(message, StandardCharsets.UTF_8);
    int end = text.indexOf("\r\n\r\n");
    return end < 0 ? text : text.substring(0, end);
  }
}
