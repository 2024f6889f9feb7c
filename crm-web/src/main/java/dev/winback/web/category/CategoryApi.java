package dev.winback.web.category;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winback.category.Abc;
import dev.winback.category.Categories;
import dev.winback.category.CategoryLimits;
import dev.winback.category.PriorityGroup;
import dev.winback.category.Xyz;
import dev.winback.report.CategoryCount;
import dev.winback.report.CategoryFigures;
import dev.winback.report.CategoryReport;
import dev.winback.report.VipTables;
import dev.winback.shared.DaySpan;
import dev.winback.shared.DayText;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the customers stand, for programs. */
@RestController
@RequestMapping("/api/v1/reports/categories")
class CategoryApi {

  private static final int MONTHS = 25;

  private final Categories categories;
  private final CategoryFigures figures;
  private final VipTables vips;

  CategoryApi(Categories categories, CategoryFigures figures, VipTables vips) {
    this.categories = categories;
    this.figures = figures;
    this.vips = vips;
  }

  /** {@code value} is the year by the criterion, in {@code currency} where it is money. */
  record Cell(String abc, String xyz, long customers, String value, long lost) {}

  record Group(int group, long customers, String value, long lost) {}

  record Month(
      String month,
      boolean complete,
      int payers,
      int vips,
      int bills,
      String paid,
      String vipPaid,
      String used,
      String vipUsed,
      @Nullable Integer listed,
      @Nullable Integer joined,
      @Nullable Integer dropped) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Report(
      @Nullable LocalDate day,
      @Nullable String currency,
      List<Cell> cells,
      List<Group> groups,
      long vip,
      long fallen,
      long candidates,
      List<Month> months) {}

  /** The customers as they stand on {@code day}; the months are those that are asked for. */
  @GetMapping
  Report report(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      Actor actor) {
    var first = DayText.monthOf("from", from);
    var last = DayText.monthOf("to", to);
    DaySpan.inOrder(first, last);
    var report = figures.report(actor);
    var limits = categories.limits();
    return new Report(
        limits.map(CategoryLimits::day).orElse(null),
        limits.map(CategoryLimits::currency).orElse(null),
        cells(report),
        groups(report),
        report.vips().customers(),
        report.fallen().customers(),
        report.candidates().customers(),
        months(first, last, actor));
  }

  private static List<Cell> cells(CategoryReport report) {
    return Arrays.stream(Abc.values())
        .flatMap(
            abc -> Arrays.stream(Xyz.values()).map(xyz -> cell(abc, xyz, report.cell(abc, xyz))))
        .toList();
  }

  private static Cell cell(Abc abc, Xyz xyz, CategoryCount count) {
    return new Cell(
        abc.name(), xyz.name(), count.customers(), count.value().toPlainString(), count.lost());
  }

  private static List<Group> groups(CategoryReport report) {
    return Arrays.stream(PriorityGroup.values())
        .map(PriorityGroup::number)
        .map(number -> group(number, report.group(number)))
        .toList();
  }

  private static Group group(int number, CategoryCount count) {
    return new Group(number, count.customers(), count.value().toPlainString(), count.lost());
  }

  /** Of the whole firm; who sees only his own customers has no figures of it. */
  private List<Month> months(@Nullable YearMonth first, @Nullable YearMonth last, Actor actor) {
    if (!actor.may(Permission.SEE_ALL_CUSTOMERS)) {
      return List.of();
    }
    return vips.months(MONTHS, actor).stream()
        .filter(m -> first == null || !YearMonth.from(m.month()).isBefore(first))
        .filter(m -> last == null || !YearMonth.from(m.month()).isAfter(last))
        .map(
            m ->
                new Month(
                    m.month().toString().substring(0, 7),
                    m.complete(),
                    m.payers(),
                    m.vips(),
                    m.bills(),
                    m.paid().toPlainString(),
                    m.vipPaid().toPlainString(),
                    m.used().toPlainString(),
                    m.vipUsed().toPlainString(),
                    m.listed(),
                    m.joined(),
                    m.dropped()))
        .toList();
  }
}
