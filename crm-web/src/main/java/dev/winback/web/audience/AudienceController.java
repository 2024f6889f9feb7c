package dev.winback.web.audience;

import dev.winback.audience.AudienceFilter;
import dev.winback.audience.AudienceRow;
import dev.winback.audience.Audiences;
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

/** Whom advertising elsewhere may reach again, as a list and a file without names. */
@Controller
class AudienceController {

  private static final int ROWS = 50;

  private final Audiences audiences;
  private final BusinessClock clock;
  private final Wording wording;

  AudienceController(Audiences audiences, BusinessClock clock, Wording wording) {
    this.audiences = audiences;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/letters/audience")
  String list(
      @RequestParam(required = false) @Nullable String who,
      @RequestParam(required = false) @Nullable String city,
      @RequestParam(required = false) @Nullable Integer older,
      @RequestParam(required = false) @Nullable String interest,
      @RequestParam(required = false) @Nullable String asked,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    var filter = AudienceFilter.of(who, city, older, interest, asked);
    model.addAttribute("filter", filter);
    model.addAttribute("page", audiences.page(filter, after, ROWS, actor));
    model.addAttribute("count", audiences.count(filter, actor));
    model.addAttribute("address", ListAddress.of(request));
    return "audience/list";
  }

  @GetMapping({"/letters/audience.csv", "/letters/audience.xlsx"})
  void file(
      @RequestParam(required = false) @Nullable String who,
      @RequestParam(required = false) @Nullable String city,
      @RequestParam(required = false) @Nullable Integer older,
      @RequestParam(required = false) @Nullable String interest,
      @RequestParam(required = false) @Nullable String asked,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.SEE_ALL_LETTERS);
    actor.require(Permission.EXPORT);
    var filter = AudienceFilter.of(who, city, older, interest, asked);
    try (var file = Export.open(request, response, clock.today(), "audience")) {
      file.head(wording.of("audience.csv"));
      audiences.export(filter, actor, row -> file.row(cells(row)));
    }
  }

  private static @Nullable Object[] cells(AudienceRow row) {
    return new @Nullable Object[] {
      row.emailHash(),
      row.phoneHash(),
      row.city(),
      row.country(),
      row.age(),
      row.interests(),
      row.asked()
    };
  }
}
