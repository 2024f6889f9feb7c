package dev.winback.web.signal;

import dev.winback.report.SimulationNames;
import dev.winback.shared.Money;
import dev.winback.signal.Limits;
import dev.winback.signal.Profiles;
import dev.winback.signal.Simulation;
import dev.winback.signal.Simulations;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The limits of detection and what others would change, for scripts. */
@RestController
@RequestMapping("/api/v1/detection")
class DetectionApi {

  /** Names given of those who would join and of those who would leave; the counts are of all. */
  private static final int NAMED = 1000;

  private final Profiles profiles;
  private final Simulations simulations;
  private final SimulationNames names;

  DetectionApi(Profiles profiles, Simulations simulations, SimulationNames names) {
    this.profiles = profiles;
    this.simulations = simulations;
    this.names = names;
  }

  record Amount(String amount, String currency) {

    static Amount of(Money money) {
      return new Amount(money.amount().toPlainString(), money.currency());
    }
  }

  record Who(String ref, String name, Amount valueYear) {}

  /**
   * @param signal the code of the kind
   * @param change {@code more} or {@code fewer}
   * @param count how many; the dearest of them are named
   */
  record Sign(String signal, String change, int count, List<Who> who) {}

  /**
   * @param lost how many would be lost instead of late; late the other way round
   */
  record Changes(
      int added,
      int removed,
      int lost,
      int late,
      List<Amount> money,
      List<Who> joins,
      List<Who> leaves,
      List<Who> lostInstead,
      List<Who> lateInstead,
      List<Sign> signs) {}

  /** Whoever sees signals may know what they rest on. */
  @GetMapping("/limits")
  Limits limits(@RequestParam(defaultValue = "") String kind, Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    return profiles.of(kind);
  }

  @PutMapping("/limits")
  Limits change(
      @RequestParam(defaultValue = "") String kind,
      @RequestBody Map<String, @Nullable Object> fields,
      Actor actor) {
    profiles.change(kind, fields, actor);
    return limits(kind, actor);
  }

  /** The fields that differ, and {@code kind}; none: what a night without changes would say. */
  @PostMapping("/simulation")
  Changes simulate(
      @RequestBody(required = false) @Nullable Map<String, @Nullable Object> limits, Actor actor) {
    var fields = new LinkedHashMap<String, @Nullable Object>(limits == null ? Map.of() : limits);
    var kind = fields.remove("kind");
    var simulation = simulations.run(kind == null ? "" : kind.toString(), fields, actor);
    var result = Objects.requireNonNull(simulation.result());
    return new Changes(
        result.added().size(),
        result.removed().size(),
        result.lost().size(),
        result.late().size(),
        result.money().stream().map(Amount::of).toList(),
        who(result.added()),
        who(result.removed()),
        who(result.lost()),
        who(result.late()),
        result.signs().stream().map(this::sign).toList());
  }

  private Sign sign(Simulation.Sign sign) {
    var change = sign.shown() ? "more" : "fewer";
    return new Sign(sign.kind().code(), change, sign.count(), who(sign.dearest()));
  }

  private List<Who> who(List<Simulation.Change> all) {
    return names.of(all.subList(0, Math.min(NAMED, all.size()))).stream()
        .map(row -> new Who(row.ref(), row.name(), Amount.of(row.valueYear())))
        .toList();
  }
}
