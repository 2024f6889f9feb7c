package dev.winback.web.report;

import dev.winback.shared.BusinessClock;
import dev.winback.signal.Limits;
import dev.winback.signal.Profiles;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.value.ModelReport;
import dev.winback.value.ReliabilityBin;
import dev.winback.value.Values;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.Wording;
import dev.winback.worth.Retests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the model of buying was fitted, and how far it is to be believed. */
@Controller
class ModelController {

  private final Values values;
  private final Profiles profiles;
  private final Retests retests;
  private final BusinessClock clock;
  private final Wording wording;

  ModelController(
      Values values, Profiles profiles, Retests retests, BusinessClock clock, Wording wording) {
    this.values = values;
    this.profiles = profiles;
    this.retests = retests;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/reports/model")
  String page(Actor actor, Model model) {
    var limits = profiles.of("");
    model.addAttribute("limits", limits);
    model.addAttribute("model", report(limits, actor));
    model.addAttribute("retest", retests.last(actor).orElse(null));
    return "report/model";
  }

  /** The days of lateness are those of the limits by which detection goes. */
  private ModelReport report(Limits limits, Actor actor) {
    return values.report(actor, limits.lateShare().doubleValue(), limits.lostShare().doubleValue());
  }

  /** The tables of the page one below the other. */
  @GetMapping({"/reports/model.csv", "/reports/model.xlsx"})
  void file(Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    var model = report(profiles.of(""), actor);
    try (var file = Export.open(request, response, clock.today(), "model")) {
      late(model, file);
      firstGaps(model, file);
      file.row(head("model.csv.test"));
      if (model.backTest() != null) {
        bins(model.backTest().bins(), file);
      }
      file.row(head("model.csv.retest"));
      retests.last(actor).ifPresent(retest -> bins(retest.bins(), file));
    }
  }

  private Object[] head(String key) {
    return wording.of(key).split(";");
  }

  private void late(ModelReport model, Export file) {
    file.row(head("model.csv.late"));
    model.late().forEach(row -> file.row(row.purchases(), row.late(), row.overdue()));
  }

  private void firstGaps(ModelReport model, Export file) {
    file.row(head("model.csv.first"));
    for (var row : model.firstGaps()) {
      var kind = row.kind() == null ? wording.of("model.first.all") : row.kind();
      file.row(kind, row.customers(), row.returned(), row.half(), row.late(), row.overdue());
    }
  }

  private static void bins(List<ReliabilityBin> bins, Export file) {
    for (int i = 0; i < bins.size(); i++) {
      var bin = bins.get(i);
      file.row(i + 1, bin.customers(), bin.promised(), bin.came());
    }
  }
}
