package dev.winback.web.letter;

import dev.winback.letter.LetterFiles;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Pictures and downloads of letters for whoever has their address. It is the same for all readers
 * and loaded once a day, so that nobody learns from it who reads.
 */
@Controller
class ReaderFileController {

  /** What was removed is gone from readers' programs too after that. */
  private static final CacheControl DAY = CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

  private final LetterFiles files;

  ReaderFileController(LetterFiles files) {
    this.files = files;
  }

  @GetMapping("/f/{file}")
  ResponseEntity<byte[]> file(@PathVariable String file) {
    return files
        .content(file.replaceFirst("\\..*$", ""))
        .filter(content -> file.endsWith("." + content.kind().code()))
        .map(ReaderFileController::shown)
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  /** It runs nothing, whatever a browser makes of it, and mail programs may show it. */
  private static ResponseEntity<byte[]> shown(LetterFiles.Content content) {
    var kind = content.kind();
    var way = kind.picture() ? ContentDisposition.inline() : ContentDisposition.attachment();
    var name = way.filename(content.name() + "." + kind.code()).build();
    return ResponseEntity.ok()
        .eTag(content.address())
        .cacheControl(DAY)
        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .header("X-Robots-Tag", "noindex")
        .contentType(MediaType.parseMediaType(kind.mediaType()))
        .body(content.bytes());
  }
}
