package dev.winback.web.importing;

import dev.winback.importing.ImportHistory;
import dev.winback.importing.Imports;
import dev.winback.importing.LoadOptions;
import dev.winback.importing.RunFilter;
import dev.winback.shared.Refused;
import dev.winback.shop.ShopFiles;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Imports for scripts: send a file, ask how far it is, get the rejected rows back. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportApi {

  private final Imports imports;
  private final ImportHistory history;
  private final RunEvents events;
  private final ErrorFile errors;
  private final ShopFiles shops;
  private final Wording wording;

  ImportApi(
      Imports imports,
      ImportHistory history,
      RunEvents events,
      ErrorFile errors,
      ShopFiles shops,
      Wording wording) {
    this.imports = imports;
    this.history = history;
    this.events = events;
    this.errors = errors;
    this.shops = shops;
    this.wording = wording;
  }

  @PostMapping
  ResponseEntity<Map<String, String>> start(
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "auto") String type,
      @RequestParam(required = false) @Nullable String mapping,
      @RequestParam(required = false) @Nullable String shop,
      @RequestParam(required = false) @Nullable String encoding,
      @RequestParam(defaultValue = "false") boolean dryRun,
      Actor actor)
      throws IOException {
    var options = new LoadOptions(type, mapping, shops.ofFile(shop), encoding, dryRun);
    var id = Long.toString(begin(imports, file, options, actor));
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/imports/" + id))
        .body(Map.of("id", id, "state", "running"));
  }

  /** The page and the API take a file in the same way. */
  static long begin(Imports imports, @Nullable MultipartFile file, LoadOptions options, Actor actor)
      throws IOException {
    actor.require(dev.winback.staff.Permission.IMPORT);
    var name = file == null ? null : file.getOriginalFilename();
    // a browser sends an empty file without a name where nobody chose one
    if (file == null || file.isEmpty() && (name == null || name.isBlank())) {
      throw Refused.field("file", "refused.import-file");
    }
    try (var content = file.getInputStream()) {
      return imports.start(name == null ? "" : name, content, options, actor);
    }
  }

  /** Newest first, as on the page. */
  @GetMapping
  Map<String, Object> list(
      @RequestParam(defaultValue = "") String type,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String member,
      @RequestParam(defaultValue = "25") int limit,
      @RequestParam(required = false) @Nullable String after,
      Actor actor) {
    var page = history.page(RunFilter.of(type, state, member), after, limit, actor);
    var answer = new LinkedHashMap<String, Object>();
    answer.put("items", page.items().stream().map(run -> ImportJson.of(run, wording)).toList());
    answer.put("next", page.next());
    return answer;
  }

  @GetMapping("/{id}")
  ImportJson one(@PathVariable long id, Actor actor) {
    var run = imports.run(id, actor);
    return ImportJson.of(run, history.parts(id, actor), history.totals(id, actor), wording);
  }

  /** Ends with the run. */
  @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(@PathVariable long id, Actor actor, HttpServletResponse response) {
    return events.watch(imports.run(id, actor), response);
  }

  /** Stops within a batch; what is stored already stays. */
  @PostMapping("/{id}/cancel")
  ResponseEntity<ImportJson> cancel(@PathVariable long id, Actor actor) {
    imports.cancel(id, actor);
    return accepted(id, actor);
  }

  /** Takes the whole run back in the background; a second time changes nothing. */
  @DeleteMapping("/{id}")
  ResponseEntity<ImportJson> takeBack(@PathVariable long id, Actor actor) {
    imports.takeBack(id, actor);
    return accepted(id, actor);
  }

  private ResponseEntity<ImportJson> accepted(long id, Actor actor) {
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/imports/" + id))
        .body(ImportJson.of(imports.run(id, actor), wording));
  }

  @GetMapping({"/{id}/errors.csv", "/{id}/errors.xlsx"})
  void errors(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String column,
      @RequestParam(required = false) @Nullable String code,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    errors.write(id, column, code, actor, request, response);
  }
}
