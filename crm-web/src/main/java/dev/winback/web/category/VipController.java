package dev.winback.web.category;

import dev.winback.report.VipMonth;
import dev.winback.report.VipMoveRow;
import dev.winback.report.VipRow;
import dev.winback.report.VipTables;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.DayText;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The VIP table of a month and who came to the list with it or went. */
@Controller
@RequestMapping("/categories")
class VipController {

  private static final int ROWS = 50;

  /** Two years and the running month. */
  private static final int MONTHS = 25;

  /** Characters of {@code 2026-05-01}. */
  private static final int A_DAY = 10;

  private final VipTables vips;
  private final BusinessClock clock;
  private final Wording wording;

  VipController(VipTables vips, BusinessClock clock, Wording wording) {
    this.vips = vips;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/vip")
  String table(
      @RequestParam(required = false) @Nullable String month,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    var asked = month == null || month.isBlank() ? vips.last(actor) : Optional.of(of(month, actor));
    model.addAttribute("month", asked.orElse(null));
    model.addAttribute("months", vips.months(MONTHS, actor));
    if (asked.isPresent()) {
      model.addAttribute("page", vips.members(asked.get().month(), after, ROWS, actor));
    }
    model.addAttribute("address", ListAddress.of(request));
    return "category/vip";
  }

  private VipMonth of(String month, Actor actor) {
    return vips.month(day(month), actor).orElseThrow(() -> new NotFound("month"));
  }

  /** A month as {@code 2026-05}, or any day of it. */
  private static LocalDate day(String month) {
    return month.length() == A_DAY
        ? DayText.required("month", month)
        : Objects.requireNonNull(DayText.month("month", month)).atDay(1);
  }

  /** The month that the table shows when nothing is said; of a firm without any the running one. */
  private LocalDate day(@Nullable String month, Actor actor) {
    return month == null || month.isBlank()
        ? vips.last(actor).map(VipMonth::month).orElseGet(clock::today)
        : day(month);
  }

  @GetMapping({"/vip.csv", "/vip.xlsx"})
  void tableFile(
      @RequestParam(required = false) @Nullable String month,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    var day = day(month, actor);
    try (var file = Export.open(request, response, clock.today(), "vip-" + YearMonth.from(day))) {
      file.head(wording.of("category.vip.csv"));
      vips.exportMembers(day, actor, row -> file.row(cells(row)));
    }
  }

  private static @Nullable Object[] cells(VipRow row) {
    return new @Nullable Object[] {
      row.number(),
      row.ref(),
      row.name(),
      row.city(),
      row.paid(),
      row.used(),
      row.currency(),
      row.purchases(),
      row.units()
    };
  }

  @GetMapping("/vip/moves")
  String moves(
      @RequestParam(required = false) @Nullable String month,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    var day = day(month, actor);
    var joined = joined(kind);
    model.addAttribute("month", day);
    model.addAttribute("kind", kind);
    model.addAttribute("page", vips.moves(day, joined, after, ROWS, actor));
    model.addAttribute("count", vips.countMoves(day, joined, actor));
    model.addAttribute("address", ListAddress.of(request));
    return "category/moves";
  }

  private static boolean joined(String kind) {
    return switch (kind) {
      case "joined" -> true;
      case "dropped" -> false;
      default -> throw Refused.field("kind", "refused.category.kind", kind);
    };
  }

  @GetMapping({"/vip/moves.csv", "/vip/moves.xlsx"})
  void movesFile(
      @RequestParam(required = false) @Nullable String month,
      @RequestParam(defaultValue = "") String kind,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    var day = day(month, actor);
    var joined = joined(kind);
    var view = "vip-" + kind + "-" + YearMonth.from(day);
    try (var file = Export.open(request, response, clock.today(), view)) {
      file.head(wording.of("category.moves.csv"));
      vips.exportMoves(day, joined, actor, row -> file.row(cells(row)));
    }
  }

  private static @Nullable Object[] cells(VipMoveRow row) {
    return new @Nullable Object[] {
      row.ref(), row.name(), row.city(), row.owner(), row.abc(), row.xyz(), row.value(),
    };
  }
}
