package dev.winback.web.category;

import dev.winback.category.Abc;
import dev.winback.category.Categories;
import dev.winback.category.CategoryLimits;
import dev.winback.category.CategoryRules;
import dev.winback.category.Criterion;
import dev.winback.category.Xyz;
import dev.winback.report.CategoryCount;
import dev.winback.report.CategoryFigures;
import dev.winback.report.Lifetimes;
import dev.winback.report.Overlaps;
import dev.winback.report.VipTables;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** ABC by XYZ with the groups and lists that follow from it, as a page and as a file. */
@Controller
class CategoryController {

  private final Categories categories;
  private final CategoryRules rules;
  private final CategoryFigures figures;
  private final Lifetimes lifetimes;
  private final Overlaps overlaps;
  private final VipTables vips;
  private final BusinessClock clock;
  private final Wording wording;

  CategoryController(
      Categories categories,
      CategoryRules rules,
      CategoryFigures figures,
      Lifetimes lifetimes,
      Overlaps overlaps,
      VipTables vips,
      BusinessClock clock,
      Wording wording) {
    this.categories = categories;
    this.rules = rules;
    this.figures = figures;
    this.lifetimes = lifetimes;
    this.overlaps = overlaps;
    this.vips = vips;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/categories")
  String page(
      @RequestParam(required = false) @Nullable String one,
      @RequestParam(required = false) @Nullable String other,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    var limits = categories.limits();
    model.addAttribute("limits", limits.orElse(null));
    model.addAttribute("report", figures.report(actor));
    model.addAttribute("lifetimes", lifetimes.table(actor));
    model.addAttribute("counted", figures.day(actor));
    model.addAttribute("newest", rules.settings());
    model.addAttribute(
        "rules", limits.map(CategoryLimits::settingId).map(rules::setting).orElse(null));
    model.addAttribute("month", vips.last(actor).orElse(null));
    model.addAttribute("abcs", Abc.values());
    model.addAttribute("xyzs", Xyz.values());
    model.addAttribute("address", ListAddress.of(request));
    compared(one, other, actor, model);
    return "category/categories";
  }

  private void compared(@Nullable String one, @Nullable String other, Actor actor, Model model) {
    var asked = Compared.of(one, other, rules.settings().settings().criterion());
    model.addAttribute("criteria", Criterion.values());
    model.addAttribute("overlap", overlaps.of(asked.one(), asked.other(), actor).orElse(null));
  }

  @GetMapping({"/categories.csv", "/categories.xlsx"})
  void file(Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    var report = figures.report(actor);
    try (var file = Export.open(request, response, clock.today(), "categories")) {
      file.head(wording.of("category.csv"));
      for (var abc : Abc.values()) {
        for (var xyz : Xyz.values()) {
          row(file, abc, xyz, report.cell(abc, xyz));
        }
      }
    }
  }

  private static void row(Export file, Abc abc, Xyz xyz, CategoryCount cell) {
    file.row(
        abc.name(), xyz.name(), cell.customers(), cell.value(), cell.lost(), cell.lostPercent());
  }
}
