package dev.winback.web.bulk;

import dev.winback.bulk.BulkJob;
import dev.winback.bulk.BulkLine;
import dev.winback.bulk.Bulks;
import dev.winback.lapse.LapseId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What was done with many losses at once, and what became of each. */
@Controller
class BulkController {

  private static final int ROWS = 50;

  private final Bulks bulks;
  private final BulkEvents events;
  private final Wording wording;
  private final BusinessClock clock;

  BulkController(Bulks bulks, BulkEvents events, Wording wording, BusinessClock clock) {
    this.bulks = bulks;
    this.events = events;
    this.wording = wording;
    this.clock = clock;
  }

  @GetMapping("/bulk")
  String jobs(
      @RequestParam(required = false) @Nullable String after,
      Actor actor,
      HttpServletRequest request,
      Model model) {
    model.addAttribute("page", bulks.page(after, ROWS, actor));
    model.addAttribute("address", ListAddress.of(request));
    return "bulk/jobs";
  }

  @GetMapping({"/bulk.csv", "/bulk.xlsx"})
  void jobs(Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.SEE_BULK);
    actor.require(Permission.EXPORT);
    try (var file = Export.open(request, response, clock.today(), "bulk")) {
      file.head(wording.of("bulk.jobs.csv"));
      bulks.export(actor, job -> file.row(cells(job)));
    }
  }

  private @Nullable Object[] cells(BulkJob job) {
    return new @Nullable Object[] {
      job.id(),
      wording.of("bulk.action." + job.action().code()),
      wording.of("bulk.state." + job.state().word()),
      job.rows(),
      job.done(),
      job.refused(),
      job.left(),
      job.undone(),
      job.kept(),
      job.member(),
      job.startedAt(),
      job.finishedAt()
    };
  }

  @GetMapping("/bulk/{id:\\d+}")
  String job(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String outcome,
      @RequestParam(required = false) @Nullable String after,
      Actor actor,
      HttpServletRequest request,
      Model model) {
    var asked = outcome(outcome);
    model.addAttribute("job", bulks.one(id, actor));
    model.addAttribute("outcome", asked);
    model.addAttribute("outcomes", BulkLine.Outcome.values());
    model.addAttribute("page", bulks.lines(id, asked, after, ROWS, actor));
    model.addAttribute("address", ListAddress.of(request));
    return "bulk/job";
  }

  static BulkLine.@Nullable Outcome outcome(@Nullable String word) {
    if (word == null || word.isBlank()) {
      return null;
    }
    return Arrays.stream(BulkLine.Outcome.values())
        .filter(outcome -> outcome.word().equals(word))
        .findAny()
        .orElseThrow(() -> Refused.field("outcome", "bulk.refused.outcome", word));
  }

  /** What changes while it runs, asked for by who cannot listen to its events. */
  @GetMapping("/bulk/{id:\\d+}/progress")
  String progress(@PathVariable long id, Actor actor, Model model) {
    model.addAttribute("job", bulks.one(id, actor));
    return "bulk/job :: progress";
  }

  @GetMapping(path = "/bulk/{id:\\d+}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(@PathVariable long id, Actor actor, HttpServletResponse response) {
    return events.watch(bulks.one(id, actor), response);
  }

  @GetMapping({"/bulk/{id:\\d+}.csv", "/bulk/{id:\\d+}.xlsx"})
  void file(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String outcome,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    var asked = outcome(outcome);
    bulks.one(id, actor);
    try (var file = Export.open(request, response, clock.today(), "bulk-" + id)) {
      file.head(wording.of("bulk.csv"));
      bulks.export(id, asked, actor, line -> file.row(cells(line)));
    }
  }

  private @Nullable Object[] cells(BulkLine line) {
    var why = line.why();
    return new @Nullable Object[] {
      new LapseId(line.lapse()).value(),
      line.ref(),
      line.name(),
      wording.of("bulk.outcome." + line.outcome().word()),
      why == null ? "" : wording.of(why)
    };
  }
}
