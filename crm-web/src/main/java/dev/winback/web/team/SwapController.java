package dev.winback.web.team;

import dev.winback.lapse.HandoverRow;
import dev.winback.lapse.Handovers;
import dev.winback.lapse.Swap;
import dev.winback.lapse.Swaps;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.aftercare.CareShown;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Exchanges between two reps, and all handovers with the way back. */
@Controller
class SwapController {

  private static final int ROWS = 50;

  private final Swaps swaps;
  private final Handovers handovers;
  private final BusinessClock clock;
  private final Wording wording;
  private final CareShown care;

  SwapController(
      Swaps swaps, Handovers handovers, BusinessClock clock, Wording wording, CareShown care) {
    this.swaps = swaps;
    this.handovers = handovers;
    this.clock = clock;
    this.wording = wording;
    this.care = care;
  }

  @GetMapping("/team/swaps")
  String proposals(Actor actor, Model model) {
    var proposals = swaps.proposals(actor);
    model.addAttribute("swaps", proposals);
    var refs =
        proposals.stream()
            .flatMap(swap -> Stream.of(swap.one(), swap.other()))
            .flatMap(side -> side.cases().stream())
            .map(one -> one.ref());
    model.addAttribute("delicate", care.fragile(refs.toList()));
    return "team/swaps";
  }

  @GetMapping({"/team/swaps.csv", "/team/swaps.xlsx"})
  void proposalsFile(Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    var proposals = swaps.proposals(actor);
    try (var file = Export.open(request, response, clock.today(), "exchanges")) {
      file.head(wording.of("team.swap.csv"));
      for (var swap : proposals) {
        write(file, swap.one(), swap.other());
        write(file, swap.other(), swap.one());
      }
    }
  }

  private static void write(Export file, Swap.Side loser, Swap.Side taker) {
    for (var loss : loser.cases()) {
      file.row(
          loser.name(),
          taker.name(),
          loss.ref(),
          loss.customer(),
          loss.valueYear(),
          loss.currency());
    }
  }

  @PostMapping("/team/swaps")
  String exchange(@RequestParam String pair, Actor actor, RedirectAttributes after) {
    var done = swaps.exchange(pair, actor);
    var undo = done.stream().map(id -> "handover=" + id).collect(Collectors.joining("&"));
    after.addFlashAttribute("notice", wording.of("team.swap.done"));
    after.addFlashAttribute("undo", "/team/handovers/undo?" + undo);
    return "redirect:/team/swaps";
  }

  @GetMapping("/team/handovers")
  String list(
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    model.addAttribute("page", handovers.rows(after, ROWS, actor));
    model.addAttribute("address", ListAddress.of(request));
    return "team/handovers";
  }

  @GetMapping("/team/handovers/{id:\\d+}")
  String one(@PathVariable long id, Actor actor, Model model) {
    model.addAttribute("lines", handovers.lines(id, actor));
    model.addAttribute("items", handovers.items(id, actor));
    return "team/handover";
  }

  @GetMapping({"/team/handovers.csv", "/team/handovers.xlsx"})
  void file(Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    actor.require(Permission.HAND_OVER);
    try (var file = Export.open(request, response, clock.today(), "handovers")) {
      file.head(wording.of("team.handover.csv"));
      handovers.export(actor, row -> file.row(cells(row)));
    }
  }

  private @Nullable Object[] cells(HandoverRow row) {
    return new @Nullable Object[] {
      row.madeAt(),
      wording.of("team.handover.kind." + row.kind()),
      row.leaver(),
      row.to(),
      row.customers(),
      row.lapses(),
      row.tasks(),
      row.reason(),
      row.by(),
      row.undoneAt()
    };
  }

  @PostMapping("/team/handovers/undo")
  String undo(
      @RequestParam(defaultValue = "") List<Long> handover, Actor actor, RedirectAttributes after) {
    handovers.undo(handover, actor);
    after.addFlashAttribute("notice", wording.of("team.handover.undone"));
    return actor.may(Permission.HAND_OVER) ? "redirect:/team/handovers" : "redirect:/lost";
  }
}
