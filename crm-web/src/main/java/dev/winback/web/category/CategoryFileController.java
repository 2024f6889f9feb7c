package dev.winback.web.category;

import dev.winback.category.CategoryRules;
import dev.winback.category.Criterion;
import dev.winback.report.LifetimePart;
import dev.winback.report.Lifetimes;
import dev.winback.report.Overlap;
import dev.winback.report.Overlaps;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tables below the matrix as files: two criteria side by side, and lifetimes by letter. */
@Controller
@RequestMapping("/categories")
class CategoryFileController {

  private final CategoryRules rules;
  private final Overlaps overlaps;
  private final Lifetimes lifetimes;
  private final BusinessClock clock;
  private final Wording wording;

  CategoryFileController(
      CategoryRules rules,
      Overlaps overlaps,
      Lifetimes lifetimes,
      BusinessClock clock,
      Wording wording) {
    this.rules = rules;
    this.overlaps = overlaps;
    this.lifetimes = lifetimes;
    this.clock = clock;
    this.wording = wording;
  }

  /** A row for each of the two criteria that the page compares; none before the first night. */
  @GetMapping({"/criteria.csv", "/criteria.xlsx"})
  void criteria(
      @RequestParam(required = false) @Nullable String one,
      @RequestParam(required = false) @Nullable String other,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    actor.require(Permission.SEE_ALL_CUSTOMERS);
    var asked = Compared.of(one, other, rules.settings().settings().criterion());
    var overlap = overlaps.of(asked.one(), asked.other(), actor);
    try (var file = Export.open(request, response, clock.today(), "criteria")) {
      file.head(wording.of("category.two.csv"));
      overlap.ifPresent(
          both -> {
            file.row(cells(both.one(), both.both()));
            file.row(cells(both.other(), both.both()));
          });
    }
  }

  private Object[] cells(Overlap.Side side, long both) {
    return new Object[] {
      name(side.criterion()),
      side.customers(),
      side.ofCustomers(),
      side.ofTotal(),
      both,
      side.shared(),
      side.alone()
    };
  }

  private String name(Criterion criterion) {
    return wording.of("category.criterion." + criterion.code());
  }

  /** Letters, then kinds of buyer, then the weighted mean of the letters. */
  @GetMapping({"/lifetimes.csv", "/lifetimes.xlsx"})
  void lifetimes(Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    var table = lifetimes.table(actor);
    try (var file = Export.open(request, response, clock.today(), "lifetimes")) {
      file.head(wording.of("category.life.csv"));
      for (var part : table.letters()) {
        file.row(cells("letter", part, table.currency()));
      }
      for (var part : table.kinds()) {
        file.row(cells("kind", part, table.currency()));
      }
      var mean = table.mean();
      if (mean != null) {
        file.row("mean", "", table.customers(), "", "", "", mean.amount(), table.currency());
      }
    }
  }

  private static Object[] cells(String by, LifetimePart part, String currency) {
    return new Object[] {
      by,
      Objects.requireNonNullElse(part.name(), ""),
      part.customers(),
      part.stays(),
      part.ordersAYear(),
      part.order(),
      part.value(),
      currency
    };
  }
}
