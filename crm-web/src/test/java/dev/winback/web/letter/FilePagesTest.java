package dev.winback.web.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.letter.Drawings;
import dev.winback.letter.LetterFile;
import dev.winback.letter.LetterFiles;
import dev.winback.staff.Actor;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** LET-16, LET-20: the library of pictures and downloads, and what readers get of it. */
@WebTest
class FilePagesTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired LetterFiles files;
  private Actor marketing;

  @BeforeEach
  void marketing() {
    marketing = stories.marketing();
  }

  private MvcTestResult upload(String name, byte[] content, boolean part) {
    var ask =
        mvc.post()
            .uri("/letters/files")
            .multipart()
            .file(new MockMultipartFile("file", name, "image/png", content))
            .param("words", "Our press")
            .with(user("marketing"))
            .with(csrf());
    return (part ? ask.header("HX-Request", "true") : ask).exchange();
  }

  private LetterFile press() {
    return files.add("press.png", "Our <press>", () -> Drawings.of("png", 300, 200), marketing);
  }

  @Test
  void anUploadIsInTheLibrary() {
    assertThat(upload("press.png", Drawings.of("png", 300, 200), false))
        .hasStatusOk()
        .bodyText()
        .contains("Kept as “press”.", "PNG, 300 × 200 points, 1 kB", "width=\"72\" height=\"48\"");
    assertThat(upload("press.png", Drawings.of("png", 301, 200), true))
        .hasStatusOk()
        .bodyText()
        .contains("press-2")
        .doesNotContain("<html");
  }

  @Test
  void whatIsRefusedSaysWhy() {
    var page = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    assertThat(upload("press.png", page, false))
        .hasStatus(422)
        .bodyText()
        .contains("neither a picture");
    assertThat(upload("press.png", new byte[10_000_001], true))
        .hasStatusOk()
        .bodyText()
        .contains("larger than 10 MB");
    assertThat(files.all(marketing)).isEmpty();
  }

  @Test
  void aReaderGetsAPictureForADayAndLeavesNoTrace() {
    var answer = mvc.get().uri(press().path()).exchange();
    assertThat(answer)
        .hasStatusOk()
        .hasHeader("Content-Type", "image/png")
        .hasHeader("Cache-Control", "max-age=86400, public")
        .hasHeader("X-Content-Type-Options", "nosniff")
        .hasHeader("Content-Security-Policy", "default-src 'none'; sandbox")
        .hasHeader("Content-Disposition", "inline; filename=\"press.png\"")
        .doesNotContainHeader("Set-Cookie");
    assertThat(answer.getRequest().getSession(false)).isNull();
  }

  @Test
  void whoHasItAlreadyIsNotSentItAgain() {
    var file = press();
    var tag = "\"" + file.address() + "\"";
    var again = mvc.get().uri(file.path()).header("If-None-Match", tag).exchange();
    assertThat(again).hasStatus(304).hasHeader("ETag", tag);
    assertThat(again.getResponse().getContentAsByteArray()).isEmpty();
  }

  @Test
  void aDownloadIsSavedAndNotShown() {
    var file = files.add("prices.pdf", "Prices", () -> Drawings.pdf(""), marketing);
    assertThat(mvc.get().uri(file.path()))
        .hasHeader("Content-Type", "application/pdf")
        .hasHeader("Content-Disposition", "attachment; filename=\"prices.pdf\"")
        .hasHeader("X-Content-Type-Options", "nosniff");
  }

  @Test
  void anAddressIsThatOfItsKindAndGoneWhenItIsRemoved() {
    var file = press();
    assertThat(mvc.get().uri(file.path().replace(".png", ".html"))).hasStatus(404);
    assertThat(mvc.get().uri(file.path().replace(".png", ".png.html"))).hasStatus(404);
    assertThat(mvc.get().uri("/f/AAAAAAAAAAAAAAAAAAAAAA.png")).hasStatus(404);
    assertThat(post("/letters/files/" + file.id() + "/removal"))
        .hasStatusOk()
        .bodyText()
        .contains(
            "“press” is removed; letters that have left show it",
            "/letters/files/" + file.id() + "/return");
    assertThat(mvc.get().uri(file.path())).hasStatus(404);
    assertThat(post("/letters/files/" + file.id() + "/return"))
        .hasStatusOk()
        .bodyText()
        .contains("Our &lt;press&gt;", "It is back.");
    assertThat(mvc.get().uri(file.path())).hasStatusOk();
  }

  private MvcTestResult post(String path) {
    return mvc.post().uri(path).with(user("marketing")).with(csrf()).exchange();
  }

  /** Readers know this program by another name than whoever writes. */
  @Test
  void thePreviewLoadsThePictureFromWhereThePageCameFrom() {
    var file = press();
    var form =
        Map.of(
            "subject", "s",
            "greeting", "Dear,",
            "greetingFallback", "Good day,",
            "body", file.mark(),
            "buttonText", "Go");
    var ask = mvc.post().uri("/letters/rungs/1/preview").with(user("marketing")).with(csrf());
    form.forEach(ask::param);
    assertThat(ask)
        .hasStatusOk()
        .bodyText()
        .contains(
            "<img src=\""
                + file.path()
                + "\" alt=\"Our &lt;press&gt;\" width=\"300\" height=\"200\"");
  }

  @Test
  void theLibraryOffersToPutAPictureInWhereWordsAreWritten() {
    press();
    var ask = mvc.get().uri("/letters/files?editor=true").header("HX-Request", "true");
    assertThat(ask.with(user("marketing")))
        .bodyText()
        .contains("data-file=\"![Our \\&lt;press&gt;](picture:press)\"");
    assertThat(mvc.get().uri("/letters/files").with(user("marketing")))
        .bodyText()
        .doesNotContain("data-file");
  }
}
