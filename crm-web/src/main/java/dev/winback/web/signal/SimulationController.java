package dev.winback.web.signal;

import dev.winback.report.SimulationNames;
import dev.winback.report.SimulationRow;
import dev.winback.shared.BusinessClock;
import dev.winback.signal.Simulation;
import dev.winback.signal.Simulations;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What other limits would change: how far the attempt is, then the names and the money. */
@Controller
@RequestMapping("/settings/limits/simulations")
class SimulationController {

  private static final int ROWS = 100;
  private static final int PAGE_OF_FILE = 1000;

  private final Simulations simulations;
  private final SimulationNames names;
  private final BusinessClock clock;
  private final Wording wording;

  SimulationController(
      Simulations simulations, SimulationNames names, BusinessClock clock, Wording wording) {
    this.simulations = simulations;
    this.names = names;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/{id}")
  String page(
      @PathVariable long id,
      @RequestParam(defaultValue = "added") String show,
      @RequestParam(defaultValue = "0") int after,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    var simulation = simulations.of(id, actor);
    var result = simulation.result();
    model.addAttribute("simulation", simulation);
    model.addAttribute("result", result);
    model.addAttribute("show", show);
    model.addAttribute("address", ListAddress.of(request));
    if (result != null) {
      var changes = result.of(show);
      int from = Math.max(0, Math.min(after, changes.size()));
      int until = Math.min(from + ROWS, changes.size());
      model.addAttribute("rows", names.of(changes.subList(from, until)));
      model.addAttribute("next", until < changes.size() ? until : null);
    }
    return htmx == null ? "signal/simulation" : "signal/simulation :: told";
  }

  @GetMapping({"/{id}.csv", "/{id}.xlsx"})
  void file(
      @PathVariable long id,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    var result = simulations.of(id, actor).result();
    try (var file = Export.open(request, response, clock.today(), "simulation")) {
      file.head(wording.of("limits.simulation.csv"));
      if (result != null) {
        for (var which : List.of("added", "removed", "lost", "late")) {
          write(result.of(which), wording.of("limits.csv." + which), file);
        }
        for (var sign : result.signs()) {
          write(sign.dearest(), said(sign), file);
        }
      }
    }
  }

  private void write(List<Simulation.Change> changes, String what, Export file) {
    for (int from = 0; from < changes.size(); from += PAGE_OF_FILE) {
      var page = changes.subList(from, Math.min(from + PAGE_OF_FILE, changes.size()));
      names.of(page).forEach(row -> file.row(cells(row, what)));
    }
  }

  private String said(Simulation.Sign sign) {
    var kind = wording.of("signal.kind." + sign.kind().code());
    return wording.of(sign.shown() ? "limits.csv.shown" : "limits.csv.hidden", kind);
  }

  private static @Nullable Object[] cells(SimulationRow row, String what) {
    var money = row.valueYear();
    return new @Nullable Object[] {
      row.ref(), row.name(), row.city(), row.owner(), what, money.amount(), money.currency()
    };
  }
}
