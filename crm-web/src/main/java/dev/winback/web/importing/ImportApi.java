package dev.winback.web.importing;

import dev.winback.importing.ImportRun;
import dev.winback.importing.Imports;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports for scripts: send a file, ask how far it is, get the rejected rows back. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportApi {

  private final Imports imports;
  private final ErrorFile errors;
  private final Wording wording;

  ImportApi(Imports imports, ErrorFile errors, Wording wording) {
    this.imports = imports;
    this.errors = errors;
    this.wording = wording;
  }

  /** The fields of api.md come first and are never renamed. */
  record ImportJson(
      String id,
      String state,
      @Nullable String format,
      long rows,
      long created,
      long changed,
      long same,
      long rejected,
      double seconds,
      boolean dryRun,
      @Nullable String currency,
      @Nullable String moneyTotal,
      int percent,
      @Nullable String failure) {}

  @PostMapping
  ResponseEntity<Map<String, String>> start(
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "auto") String type,
      @RequestParam(defaultValue = "false") boolean dryRun,
      Actor actor)
      throws IOException {
    var id = Long.toString(begin(imports, file, type, dryRun, actor));
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/imports/" + id))
        .body(Map.of("id", id, "state", "running"));
  }

  /** The page and the API take a file in the same way. */
  static long begin(
      Imports imports, @Nullable MultipartFile file, String type, boolean dryRun, Actor actor)
      throws IOException {
    actor.require(dev.winback.staff.Permission.IMPORT);
    if (file == null) {
      throw Refused.field("file", "refused.import-file");
    }
    var name = file.getOriginalFilename();
    try (var content = file.getInputStream()) {
      return imports.start(name == null ? "" : name, content, type, dryRun, actor);
    }
  }

  @GetMapping("/{id}")
  ImportJson one(@PathVariable long id, Actor actor) {
    return json(imports.run(id, actor));
  }

  private ImportJson json(ImportRun run) {
    return new ImportJson(
        Long.toString(run.id()),
        run.state().word(),
        run.format(),
        run.rows(),
        run.created(),
        run.changed(),
        run.same(),
        run.rejected(),
        run.seconds(),
        run.dryRun(),
        run.currency(),
        run.moneyTotal() == null ? null : run.moneyTotal().toPlainString(),
        run.percent(),
        run.failure() == null ? null : wording.of(run.failure()));
  }

  @GetMapping({"/{id}/errors.csv", "/{id}/errors.xlsx"})
  void errors(
      @PathVariable long id,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    errors.write(id, actor, request, response);
  }
}
