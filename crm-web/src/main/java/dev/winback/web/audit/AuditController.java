package dev.winback.web.audit;

import dev.winback.report.AuditFilter;
import dev.winback.report.AuditLists;
import dev.winback.report.AuditRow;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.AuditChecks;
import dev.winback.staff.AuditKind;
import dev.winback.staff.Staff;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.ObjectMapper;

/** The audit as a list. */
@Controller
class AuditController {

  private static final Object[] COLUMNS =
      "entry,at,member,key,kind,action,act,subject,subject_id,customer,detail".split(",");

  private final AuditLists entries;
  private final AuditChecks checks;
  private final Staff staff;
  private final BusinessClock clock;
  private final AuditShown shown;
  private final ObjectMapper json;

  AuditController(
      AuditLists entries,
      AuditChecks checks,
      Staff staff,
      BusinessClock clock,
      AuditShown shown,
      ObjectMapper json) {
    this.shown = shown;
    this.json = json;
    this.entries = entries;
    this.checks = checks;
    this.staff = staff;
    this.clock = clock;
  }

  @GetMapping("/settings/audit")
  String list(
      AuditFilter filter,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    model.addAttribute("page", entries.page(filter, after, actor));
    model.addAttribute("check", checks.newest(actor).orElse(null));
    model.addAttribute("filter", filter);
    model.addAttribute("members", staff.all());
    model.addAttribute(
        "kinds", Arrays.stream(AuditKind.values()).map(AuditController::code).toList());
    model.addAttribute(
        "acts",
        entries.acts(actor).stream()
            .sorted(Comparator.comparing(code -> shown.act(code)))
            .toList());
    model.addAttribute("address", ListAddress.of(request));
    return "audit/audit";
  }

  private static String code(AuditKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  @GetMapping({"/settings/audit.csv", "/settings/audit.xlsx"})
  void export(
      AuditFilter filter, HttpServletRequest request, HttpServletResponse response, Actor actor) {
    entries.page(filter, null, actor);
    try (var file = Export.open(request, response, clock.today(), "audit")) {
      file.row(COLUMNS);
      entries.export(filter, actor, row -> file.row(cells(row)));
    }
  }

  private @Nullable Object[] cells(AuditRow row) {
    return new @Nullable Object[] {
      row.id(),
      row.at(),
      row.member(),
      row.key(),
      row.kind().toLowerCase(Locale.ROOT),
      row.action(),
      shown.action(row),
      row.subject(),
      row.subjectId(),
      row.customer(),
      json.writeValueAsString(row.detail())
    };
  }
}
