package dev.winback.web.importing;

import dev.winback.importing.ImportHistory;
import dev.winback.importing.ImportRun;
import dev.winback.importing.ImportType;
import dev.winback.importing.Imports;
import dev.winback.importing.LoadOptions;
import dev.winback.importing.RunFilter;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shop.ShopFiles;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The page of imports: loading a file, and who loaded what and when. */
@Controller
class RunsController {

  private static final Object[] COLUMNS = {
    "id",
    "file",
    "type",
    "dry_run",
    "state",
    "rows",
    "created",
    "changed",
    "same",
    "rejected",
    "currency",
    "sum",
    "started_at",
    "finished_at",
    "member",
    "failure",
    "cancelled_by",
    "taken_back_by",
    "taken",
    "kept"
  };

  private final Imports imports;
  private final ImportHistory history;
  private final ShopFiles shops;
  private final Wording wording;
  private final BusinessClock clock;

  RunsController(
      Imports imports,
      ImportHistory history,
      ShopFiles shops,
      Wording wording,
      BusinessClock clock) {
    this.imports = imports;
    this.history = history;
    this.shops = shops;
    this.wording = wording;
    this.clock = clock;
  }

  @GetMapping("/settings/imports")
  ModelAndView list(
      @RequestParam(defaultValue = "") String type,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String member,
      @RequestParam(required = false) @Nullable String after,
      Actor actor,
      HttpServletRequest request) {
    var filter = RunFilter.of(type, state, member);
    var page = page(filter, after, FileForm.of(history.lastShop(actor)), actor);
    page.addObject("address", ListAddress.of(request));
    return page;
  }

  private ModelAndView page(RunFilter filter, @Nullable String after, FileForm form, Actor actor) {
    var page = new ModelAndView("importing/list");
    page.addObject("runs", history.page(filter, after, actor));
    page.addObject("members", history.members(actor));
    page.addObject("filter", filter);
    page.addObject("form", form);
    page.addObject("shops", shops(actor));
    page.addObject("encodings", LoadOptions.encodings());
    page.addObject("types", ImportType.values());
    page.addObject("states", ImportRun.State.values());
    page.addObject("after", after);
    return page;
  }

  private Set<String> shops(Actor actor) {
    var known = new TreeSet<>(shops.others());
    known.addAll(history.shops(actor));
    return known;
  }

  /** What is wrong beside the file is said in the form, and what was typed stays in it. */
  @PostMapping("/settings/imports")
  ModelAndView start(
      @RequestParam(required = false) @Nullable MultipartFile file,
      FileForm form,
      Actor actor,
      HttpServletRequest request)
      throws IOException {
    try {
      var shop = shops.ofFile(form.shop());
      var run = ImportApi.begin(imports, file, form.options(shop), actor);
      return new ModelAndView("redirect:/settings/imports/" + run);
    } catch (Refused refused) {
      var page = page(RunFilter.of("", "", ""), null, form, actor);
      page.addObject("address", ListAddress.of(request));
      page.addObject("refused", refused);
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page;
    }
  }

  @GetMapping({"/settings/imports.csv", "/settings/imports.xlsx"})
  void export(
      @RequestParam(defaultValue = "") String type,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String member,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    var filter = RunFilter.of(type, state, member);
    var first = history.page(filter, null, actor);
    try (var file = Export.open(request, response, clock.today(), "imports")) {
      file.row(COLUMNS);
      history.each(filter, first, actor, run -> write(file, run));
    }
  }

  private void write(Export file, ImportRun run) {
    file.row(
        run.id(),
        run.fileName(),
        run.type() == null ? null : run.type().word(),
        run.dryRun(),
        run.state().word(),
        run.rows(),
        run.created(),
        run.changed(),
        run.same(),
        run.rejected(),
        run.currency(),
        run.moneyTotal(),
        run.startedAt(),
        run.finishedAt(),
        run.member(),
        run.failure() == null ? null : wording.of(run.failure()),
        run.undone().cancelledBy(),
        run.undone().takenBackBy(),
        run.undone().taken(),
        run.undone().kept());
  }
}
