package dev.winback.web.letter;

import dev.winback.letter.Ladder;
import dev.winback.letter.LetterFile;
import dev.winback.letter.LetterFiles;
import dev.winback.letter.Rung;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The pictures and downloads of letters: a page of their own, and a part of the editor. */
@Controller
@RequestMapping("/letters/files")
class FileController {

  private final LetterFiles files;
  private final Ladder ladder;

  FileController(LetterFiles files, Ladder ladder) {
    this.files = files;
    this.ladder = ladder;
  }

  /** Whether the page asks for the part alone, and whether that stands beside words. */
  record Place(@Nullable String htmx, boolean editor) {}

  @GetMapping
  ModelAndView list(
      @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
      @RequestParam(defaultValue = "false") boolean editor,
      Actor actor) {
    return page(new Place(htmx, editor), actor);
  }

  @PostMapping
  ModelAndView add(
      @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
      @RequestParam(defaultValue = "false") boolean editor,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String words,
      Actor actor) {
    var place = new Place(htmx, editor);
    try {
      var added = files.add(name(file), words, () -> content(file), actor);
      return page(place, actor).addObject("added", added);
    } catch (Refused refused) {
      var page = page(place, actor).addObject("refused", refused).addObject("words", words);
      // htmx shows nothing but what went well
      page.setStatus(htmx == null ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
      return page;
    }
  }

  private static String name(@Nullable MultipartFile file) {
    return file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
  }

  /** What is too large anyway is not read. */
  private static byte[] content(@Nullable MultipartFile file) throws IOException {
    if (file == null || file.isEmpty()) {
      return new byte[0];
    }
    LetterFiles.requireSmall(file.getSize());
    return file.getBytes();
  }

  @PostMapping("/{id}/removal")
  ModelAndView remove(
      @PathVariable long id,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
      @RequestParam(defaultValue = "false") boolean editor,
      Actor actor) {
    var place = new Place(htmx, editor);
    try {
      var removed = files.remove(id, actor);
      return page(place, actor).addObject("removed", removed);
    } catch (Refused refused) {
      var page = page(place, actor).addObject("refused", refused);
      page.setStatus(htmx == null ? HttpStatus.CONFLICT : HttpStatus.OK);
      return page;
    }
  }

  @PostMapping("/{id}/return")
  ModelAndView restore(
      @PathVariable long id,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
      @RequestParam(defaultValue = "false") boolean editor,
      Actor actor) {
    files.restore(id, actor);
    return page(new Place(htmx, editor), actor).addObject("restored", true);
  }

  private ModelAndView page(Place place, Actor actor) {
    var all = files.all(actor);
    return new ModelAndView(place.htmx() == null ? "letter/files" : "letter/library :: library")
        .addObject("files", all)
        .addObject("most", all.size() == LetterFile.MOST_SHOWN ? LetterFile.MOST_SHOWN : null)
        .addObject("editor", place.editor())
        .addObject("rungs", rungs(all, actor));
  }

  private Map<Integer, Rung> rungs(List<LetterFile> all, Actor actor) {
    boolean used = all.stream().anyMatch(file -> !file.rungs().isEmpty());
    return used ? ladder.byNumber(actor) : Map.of();
  }
}
